import { accounts } from '../chart-of-accounts.ts';
import { credit, debit, nonZero, type EntryDraft, type PostingDraft } from '../entry-draft.ts';
import type { RefundShare } from './share-refund.ts';

/** Money goes back to the customer: less is earned, less tax is owed, and who held the money holds less. */
export function refundPaymentPosting(refund: {
  readonly id: string;
  readonly paymentId: string;
  readonly invoiceId: string;
  readonly invoiceNumber: string;
  readonly refundedOn: string;
  readonly currency: string;
  readonly share: RefundShare;
  readonly isByHand: boolean;
}): EntryDraft {
  const { share, currency } = refund;
  const source = refund.isByHand ? accounts.bank : accounts.clearing;
  return {
    date: refund.refundedOn,
    kind: 'REFUND_PAYMENT',
    description: `Refund for invoice ${refund.invoiceNumber}`,
    idempotencyKey: `refund:${refund.id}`,
    invoiceId: refund.invoiceId,
    paymentId: refund.paymentId,
    postings: [...takenBack(share, currency), credit(source, goneOf(share), currency)],
  };
}

/** The debits of money that a customer got back, by refund or by dispute. What came back beyond the payment is a cost. */
export const takenBack = (share: RefundShare, currency: string): PostingDraft[] =>
  nonZero([
    debit(accounts.refunds, share.amountMinor - share.taxMinor, currency),
    debit(accounts.taxPayable, share.taxMinor, currency),
    debit(accounts.customerCredits, share.surplusMinor, currency),
    debit(accounts.fees, share.excessMinor, currency),
  ]);

/** All of the money that went. */
export const goneOf = ({ amountMinor, surplusMinor, excessMinor }: RefundShare): bigint =>
  amountMinor + surplusMinor + excessMinor;
