import type { EntryDraft, PostingDraft } from '../entry-draft.ts';

/** The opposite of an entry: each line on the other side. */
export const reversePosting = (
  entry: {
    readonly id: string;
    readonly sequence: number;
    readonly invoiceId: string | null;
    readonly paymentId: string | null;
    readonly postings: readonly PostingDraft[];
  },
  reversal: { readonly date: string; readonly idempotencyKey: string },
): EntryDraft => ({
  date: reversal.date,
  kind: 'REVERSAL',
  description: `Reversal of entry ${entry.sequence}`,
  idempotencyKey: `reversal:${reversal.idempotencyKey}`,
  ...(entry.invoiceId && { invoiceId: entry.invoiceId }),
  ...(entry.paymentId && { paymentId: entry.paymentId }),
  reversalOf: entry.id,
  postings: entry.postings.map((posting) => ({
    ...posting,
    side: posting.side === 'DEBIT' ? 'CREDIT' : 'DEBIT',
  })),
});
