import { accounts } from '../chart-of-accounts.ts';
import { credit, debit, nonZero, type EntryDraft } from '../entry-draft.ts';

/** The provider takes the money back and asks a fee, until the dispute is decided. */
export function openDisputePosting(dispute: {
  readonly id: string;
  readonly paymentId: string;
  readonly invoiceId: string;
  readonly disputedOn: string;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly feeMinor: bigint;
}): EntryDraft {
  const { id, paymentId, invoiceId, disputedOn, currency, amountMinor, feeMinor } = dispute;
  return {
    date: disputedOn,
    kind: 'OPEN_DISPUTE',
    description: 'Payment disputed',
    idempotencyKey: `dispute:${id}:opened`,
    invoiceId,
    paymentId,
    postings: nonZero([
      debit(accounts.disputed, amountMinor, currency),
      debit(accounts.fees, feeMinor, currency),
      credit(accounts.clearing, amountMinor + feeMinor, currency),
    ]),
  };
}
