import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import type { UseFormReturn } from 'react-hook-form';
import { answerOf, placeRefusal } from '../../apollo/refusal.ts';
import { CustomerForm, type CustomerValues, toCustomerInput } from '../../ui/CustomerForm.tsx';
import { toaster } from '../../ui/toaster.ts';
import { CUSTOMER_ROW } from './CustomerRow.tsx';
import type {
  CreateCustomerMutation,
  CreateCustomerMutationVariables,
} from './NewCustomer.generated.ts';

export const CREATE_CUSTOMER: TypedDocumentNode<
  CreateCustomerMutation,
  CreateCustomerMutationVariables
> = gql`
  mutation CreateCustomer($input: CustomerInput!) {
    createCustomer(input: $input) {
      ... on CustomerSaved {
        customer {
          id
          name
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

const empty = { name: '', email: '', address: '' };

export function NewCustomer({ onDone }: { onDone: () => void }) {
  const [createCustomer] = useMutation(CREATE_CUSTOMER, { refetchQueries: ['Customers'] });
  const save = async (values: CustomerValues, form: UseFormReturn<CustomerValues>) => {
    const sent = createCustomer({ variables: { input: toCustomerInput(values) } });
    const answer = await answerOf(sent, (data) => data.createCustomer);
    if (answer.__typename !== 'CustomerSaved') return placeRefusal(form, answer);
    toaster.success({ title: `${answer.customer.name} was added` });
    onDone();
  };
  return <CustomerForm defaultValues={empty} verb="Add customer" onCancel={onDone} onSave={save} />;
}
