import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation, useQuery } from '@apollo/client/react';
import type { UseFormReturn } from 'react-hook-form';
import { Allowed } from '../../apollo/Allowed.tsx';
import { Faces } from '../../apollo/Faces.tsx';
import { answerOf, placeRefusal } from '../../apollo/refusal.ts';
import { CustomerForm, type CustomerValues, toCustomerInput } from '../../ui/CustomerForm.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { TableSkeleton } from '../../ui/Skeletons.tsx';
import { toaster } from '../../ui/toaster.ts';
import { CustomerFacts } from './CustomerFacts.tsx';
import { CUSTOMER_ROW } from './CustomerRow.tsx';
import type {
  CustomerToEditQuery,
  CustomerToEditQueryVariables,
  UpdateCustomerMutation,
  UpdateCustomerMutationVariables,
} from './EditCustomer.generated.ts';

export const CUSTOMER_TO_EDIT: TypedDocumentNode<
  CustomerToEditQuery,
  CustomerToEditQueryVariables
> = gql`
    query CustomerToEdit($id: ID!) {
      customer(id: $id) {
        id
        name
        email
        address
      }
    }
  `;

export const UPDATE_CUSTOMER: TypedDocumentNode<
  UpdateCustomerMutation,
  UpdateCustomerMutationVariables
> = gql`
  mutation UpdateCustomer($id: ID!, $input: CustomerInput!) {
    updateCustomer(id: $id, input: $input) {
      ... on CustomerSaved {
        customer {
          id
          address
          ...CustomerRow_customer
        }
      }
      ... on Refusal {
        code
        message
        field
      }
    }
  }
  ${CUSTOMER_ROW}
`;

type Props = { readonly id: string; readonly onDone: () => void };

/** A customer to change, or to read for those who may not. */
export function EditCustomer({ id, onDone }: Props) {
  const query = useQuery(CUSTOMER_TO_EDIT, { variables: { id } });
  const [updateCustomer] = useMutation(UPDATE_CUSTOMER);
  const save = async (values: CustomerValues, form: UseFormReturn<CustomerValues>) => {
    const sent = updateCustomer({ variables: { id, input: toCustomerInput(values) } });
    const answer = await answerOf(sent, (data) => data.updateCustomer);
    if (answer.__typename !== 'CustomerSaved') return placeRefusal(form, answer);
    toaster.success({ title: 'The customer was saved' });
    onDone();
  };
  return (
    <Faces query={query} skeleton={<TableSkeleton what="the customer" />}>
      {({ customer }) =>
        customer ? (
          <Allowed right="customers:write" otherwise={<CustomerFacts {...customer} />}>
            <CustomerForm
              defaultValues={{
                name: customer.name,
                email: customer.email ?? '',
                address: customer.address ?? '',
              }}
              verb="Save"
              onCancel={onDone}
              onSave={save}
            />
          </Allowed>
        ) : (
          <EmptyState kind="no-match" title="This customer does not exist">
            It may have been removed, or the address is mistyped.
          </EmptyState>
        )
      }
    </Faces>
  );
}
