import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import type { InvoiceDraftInput } from '../../__generated__/schema.ts';
import { answerOf, type Refused } from '../../apollo/refusal.ts';
import { INVOICE_ROW } from './InvoiceRow.tsx';
import { INVOICE_PAPER } from '../../apollo/invoice-paper.ts';
import type { SaveDraftMutation, SaveDraftMutationVariables } from './use-save-draft.generated.ts';

export const SAVE_DRAFT: TypedDocumentNode<SaveDraftMutation, SaveDraftMutationVariables> = gql`
  mutation SaveDraft($input: InvoiceDraftInput!) {
    saveInvoiceDraft(input: $input) {
      ... on InvoiceSaved {
        invoice {
          id
          currency
          ...InvoiceRow_invoice
          ...InvoicePaper_invoice
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
  ${INVOICE_PAPER}
`;

export type SavedDraft =
  | { readonly id: string; readonly refusal: null }
  | { readonly id: null; readonly refusal: Refused };

/** Writes a draft, new or known. Answers its id, or why it was refused. */
export function useSaveDraft(): (input: InvoiceDraftInput) => Promise<SavedDraft> {
  const [saveDraft] = useMutation(SAVE_DRAFT, { refetchQueries: ['Invoices'] });
  return async (input) => {
    const sent = saveDraft({ variables: { input } });
    const answer = await answerOf(sent, (data) => data.saveInvoiceDraft);
    if (answer.__typename !== 'InvoiceSaved') return { id: null, refusal: answer };
    return { id: answer.invoice.id, refusal: null };
  };
}
