import { accounts } from '../chart-of-accounts.ts';
import { credit, debit, type EntryDraft } from '../entry-draft.ts';

/** Money came in outside the provider: it is in the bank, and the customer owes less. */
export function receiveByHandPosting(settlement: {
  readonly id: string;
  readonly invoiceId: string;
  readonly invoiceNumber: string;
  readonly paidOn: string;
  readonly currency: string;
  readonly amountMinor: bigint;
}): EntryDraft {
  const { id, invoiceId, invoiceNumber, paidOn, currency, amountMinor } = settlement;
  return {
    date: paidOn,
    kind: 'RECEIVE_BY_HAND',
    description: `Money received for invoice ${invoiceNumber}`,
    idempotencyKey: `settlement:${id}:received`,
    invoiceId,
    paymentId: id,
    postings: [
      debit(accounts.bank, amountMinor, currency),
      credit(accounts.receivable, amountMinor, currency),
    ],
  };
}
