import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Text } from '@chakra-ui/react';
import { answerOf } from '../../apollo/refusal.ts';
import { Panel } from '../../ui/Panel.tsx';
import type {
  SaveCompanyMutation,
  SaveCompanyMutationVariables,
} from './CompanyPanel.generated.ts';
import { NameForm } from './NameForm.tsx';

export const SAVE_COMPANY: TypedDocumentNode<SaveCompanyMutation, SaveCompanyMutationVariables> =
  gql`
    mutation SaveCompany($input: UpdateOrganizationInput!) {
      updateOrganization(input: $input) {
        ... on OrganizationUpdated {
          organization {
            id
            name
          }
        }
        ... on Refusal {
          code
          message
          field
        }
      }
    }
  `;

type Props = {
  readonly organization: { readonly name: string; readonly baseCurrency: string };
  readonly canChange: boolean;
};

/** The company as customers see it on invoices. */
export function CompanyPanel({ organization, canChange }: Props) {
  const [saveCompany] = useMutation(SAVE_COMPANY);
  const save = async (name: string) => {
    const sent = saveCompany({ variables: { input: { name } } });
    const answer = await answerOf(sent, (data) => data.updateOrganization);
    return answer.__typename === 'OrganizationUpdated' ? null : answer;
  };
  return (
    <Panel title="Company">
      <NameForm
        label="Company name"
        name={organization.name}
        lockedBecause={canChange ? undefined : 'Only owners and administrators change it.'}
        onSave={save}
      />
      <Text color="fg.muted" fontSize="sm" mt="4">
        The books are kept in {organization.baseCurrency}. That can’t be changed.
      </Text>
    </Panel>
  );
}
