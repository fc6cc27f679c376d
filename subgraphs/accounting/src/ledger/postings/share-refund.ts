import { fraction, lesserOf } from '@finflow/shared/money';

/** What of the money that goes back comes from where. */
export type RefundShare = {
  /** From the customer's credit. */
  readonly surplusMinor: bigint;
  /** From revenue and tax together, */
  readonly amountMinor: bigint;
  /** and of that the tax. */
  readonly taxMinor: bigint;
  /** Beyond what was left of the payment: a cost. */
  readonly excessMinor: bigint;
};

/**
 * Shares money that goes back: first what was paid too much, then revenue and tax in the invoice's proportion. Tax is rounded
 * over all refunds of the invoice together, so that a refund in many parts takes back neither more nor less tax than in one.
 */
export function shareRefund(refund: {
  readonly totalMinor: bigint;
  /** What of the payment has not gone back yet. */
  readonly left: { readonly amountMinor: bigint; readonly surplusMinor: bigint };
  readonly invoice: {
    readonly totalMinor: bigint;
    readonly taxMinor: bigint;
    readonly refundedMinor: bigint;
  };
}): RefundShare {
  const { totalMinor, left, invoice } = refund;
  const surplusMinor = lesserOf(totalMinor, left.surplusMinor);
  const amountMinor = lesserOf(totalMinor - surplusMinor, left.amountMinor);
  const excessMinor = totalMinor - surplusMinor - amountMinor;
  const taxOf = (refundedMinor: bigint) =>
    fraction(invoice.taxMinor, refundedMinor, invoice.totalMinor);
  const taxMinor = taxOf(invoice.refundedMinor + amountMinor) - taxOf(invoice.refundedMinor);
  return { surplusMinor, amountMinor, taxMinor, excessMinor };
}
