import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Text } from '@chakra-ui/react';
import { answerOf } from '../../apollo/refusal.ts';
import { Panel } from '../../ui/Panel.tsx';
import { CompanyForm, type CompanyValues } from './CompanyForm.tsx';
import type {
  SaveCompanyMutation,
  SaveCompanyMutationVariables,
} from './CompanyPanel.generated.ts';

export const SAVE_COMPANY: TypedDocumentNode<SaveCompanyMutation, SaveCompanyMutationVariables> =
  gql`
    mutation SaveCompany($input: UpdateOrganizationInput!) {
      updateOrganization(input: $input) {
        ... on OrganizationUpdated {
          organization {
            id
            name
            country
            timeZone
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
  readonly organization: {
    readonly name: string;
    readonly baseCurrency: string;
    readonly country: string | null;
    readonly timeZone: string;
  };
  readonly canChange: boolean;
};

/** The company as customers see it on invoices, and where it is. */
export function CompanyPanel({ organization, canChange }: Props) {
  const [saveCompany] = useMutation(SAVE_COMPANY);
  const { name, country, timeZone, baseCurrency } = organization;
  const save = async (company: CompanyValues) => {
    const input = { ...company, country: company.country || null };
    const sent = saveCompany({ variables: { input } });
    const answer = await answerOf(sent, (data) => data.updateOrganization);
    return answer.__typename === 'OrganizationUpdated' ? null : answer;
  };
  return (
    <Panel title="Company">
      <CompanyForm
        company={{ name, country: country ?? '', timeZone }}
        lockedBecause={canChange ? undefined : 'Only owners and administrators change it.'}
        onSave={save}
      />
      <Text color="fg.muted" fontSize="sm" mt="4">
        The books are kept in {baseCurrency}. That can’t be changed.
      </Text>
    </Panel>
  );
}
