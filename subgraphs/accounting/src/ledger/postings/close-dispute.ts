import { accounts } from '../chart-of-accounts.ts';
import { credit, debit, type EntryDraft } from '../entry-draft.ts';
import { goneOf, takenBack } from './refund-payment.ts';
import type { RefundShare } from './share-refund.ts';

type ClosedDispute = {
  readonly id: string;
  readonly paymentId: string;
  readonly invoiceId: string;
  readonly disputedOn: string;
  readonly currency: string;
};

/** The provider gives the money back. */
export const winDisputePosting = (
  dispute: ClosedDispute & { readonly amountMinor: bigint },
): EntryDraft => ({
  ...common(dispute),
  description: 'Dispute won',
  postings: [
    debit(accounts.clearing, dispute.amountMinor, dispute.currency),
    credit(accounts.disputed, dispute.amountMinor, dispute.currency),
  ],
});

/** The money is gone: like a refund that the bank decided. */
export function loseDisputePosting(
  dispute: ClosedDispute & { readonly share: RefundShare },
): EntryDraft {
  const { share, currency } = dispute;
  return {
    ...common(dispute),
    description: 'Dispute lost',
    postings: [...takenBack(share, currency), credit(accounts.disputed, goneOf(share), currency)],
  };
}

/** One key for both ends: a dispute can't be won and lost. */
const common = ({ id, paymentId, invoiceId, disputedOn }: ClosedDispute) => ({
  date: disputedOn,
  kind: 'CLOSE_DISPUTE' as const,
  idempotencyKey: `dispute:${id}:closed`,
  invoiceId,
  paymentId,
});
