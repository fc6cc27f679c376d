import { fraction, lesserOf } from '@finflow/shared/money';

/** What of the money that goes back comes from where. */
export type RefundShare = {
  /** From the customer's credit. */
  readonly surplusMinor: bigint;
  /** From revenue and tax together, */
  readonly amountMinor: bigint;
  /** and of that the tax. */
  readonly taxMinor: bigint;
};

/**
 * Shares money that goes back: first what was paid too much, then revenue and tax in the invoice's proportion. Tax is rounded
 * over all refunds of the invoice together, so that a refund in many parts takes back neither more nor less tax than in one.
 * @returns null when more would go back than came in
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
}): RefundShare | null {
  const { totalMinor, left, invoice } = refund;
  if (totalMinor > left.amountMinor + left.surplusMinor) return null;
  const surplusMinor = lesserOf(totalMinor, left.surplusMinor);
  const amountMinor = totalMinor - surplusMinor;
  const taxOf = (refundedMinor: bigint) =>
    fraction(invoice.taxMinor, refundedMinor, invoice.totalMinor);
  const taxMinor = taxOf(invoice.refundedMinor + amountMinor) - taxOf(invoice.refundedMinor);
  return { surplusMinor, amountMinor, taxMinor };
}
