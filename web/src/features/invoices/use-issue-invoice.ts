import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { answerOf, type Refused } from '../../apollo/refusal.ts';
import { toaster } from '../../ui/toaster.ts';
import { INVOICE_ROW } from './InvoiceRow.tsx';
import type {
  IssueInvoiceMutation,
  IssueInvoiceMutationVariables,
} from './use-issue-invoice.generated.ts';

export const ISSUE_INVOICE: TypedDocumentNode<IssueInvoiceMutation, IssueInvoiceMutationVariables> =
  gql`
  mutation IssueInvoice($input: IssueInvoiceInput!) {
    issueInvoice(input: $input) {
      ... on InvoiceSaved {
        invoice {
          id
          number
          ...InvoiceRow_invoice
        }
      }
      ... on Refusal {
        code
        message
        field
      }
    }
  }
  ${INVOICE_ROW}
`;

/** Issues a draft. Answers the refusal when there is one. The key follows from the invoice, so that
 * no second click, tab or retry can issue it again. */
export function useIssueInvoice(): (invoiceId: string) => Promise<Refused | null> {
  const [issueInvoice] = useMutation(ISSUE_INVOICE, {
    refetchQueries: ['InvoicePage', 'Invoices', 'Dashboard'],
  });
  return async (invoiceId) => {
    const input = { invoiceId, idempotencyKey: `issue-${invoiceId}` };
    const answer = await answerOf(
      issueInvoice({ variables: { input } }),
      (data) => data.issueInvoice,
    );
    if (answer.__typename !== 'InvoiceSaved') return answer;
    toaster.success({ title: `Invoice ${answer.invoice.number ?? ''} was issued` });
    return null;
  };
}
