import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import type { UseFormReturn } from 'react-hook-form';
import { answerOf, placeRefusal } from '../../apollo/refusal.ts';
import { CustomerForm, type CustomerValues, toCustomerInput } from '../../ui/CustomerForm.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import type { FoundCustomer } from '../../apollo/use-customer-search.tsx';
import type {
  CreateCustomerOfInvoiceMutation,
  CreateCustomerOfInvoiceMutationVariables,
} from './NewCustomerSheet.generated.ts';

export const CREATE_CUSTOMER_OF_INVOICE: TypedDocumentNode<
  CreateCustomerOfInvoiceMutation,
  CreateCustomerOfInvoiceMutationVariables
> = gql`
  mutation CreateCustomerOfInvoice($input: CustomerInput!) {
    createCustomer(input: $input) {
      ... on CustomerSaved {
        customer {
          id
          name
          address
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
  readonly isOpen: boolean;
  /** What was typed so far. */
  readonly name: string;
  readonly onClose: () => void;
  readonly onCreated: (customer: FoundCustomer) => void;
};

/** A new customer, added above the invoice that waits below with everything typed. */
export function NewCustomerSheet({ isOpen, name, onClose, onCreated }: Props) {
  const [createCustomer] = useMutation(CREATE_CUSTOMER_OF_INVOICE);
  const save = async (values: CustomerValues, form: UseFormReturn<CustomerValues>) => {
    const sent = createCustomer({ variables: { input: toCustomerInput(values) } });
    const answer = await answerOf(sent, (data) => data.createCustomer);
    if (answer.__typename !== 'CustomerSaved') return placeRefusal(form, answer);
    onCreated(answer.customer);
  };
  return (
    <Sheet title="New customer" isOpen={isOpen} onClose={onClose}>
      <CustomerForm
        defaultValues={{ name, email: '', address: '' }}
        verb="Add customer"
        onCancel={onClose}
        onSave={save}
      />
    </Sheet>
  );
}
