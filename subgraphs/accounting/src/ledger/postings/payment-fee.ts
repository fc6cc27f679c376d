import { accounts } from '../chart-of-accounts.ts';
import { credit, debit, type EntryDraft } from '../entry-draft.ts';

/** The provider keeps its fee of what it holds. */
export function paymentFeePosting(fee: {
  readonly paymentId: string;
  readonly invoiceId: string;
  readonly chargedOn: string;
  readonly currency: string;
  readonly feeMinor: bigint;
}): EntryDraft {
  const { paymentId, invoiceId, chargedOn, currency, feeMinor } = fee;
  return {
    date: chargedOn,
    kind: 'PAYMENT_FEE',
    description: 'Processing fee',
    idempotencyKey: `payment:${paymentId}:fee`,
    invoiceId,
    paymentId,
    postings: [
      debit(accounts.fees, feeMinor, currency),
      credit(accounts.clearing, feeMinor, currency),
    ],
  };
}
