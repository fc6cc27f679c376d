import type { LocalDate } from '@finflow/shared/local-date';

export type PostingSide = 'DEBIT' | 'CREDIT';

/** One line of an entry. The amount is positive; the side says where it stands. */
export type PostingDraft = {
  /** Code or id of an account of the organization. */
  readonly account: string;
  readonly side: PostingSide;
  readonly amountMinor: bigint;
  readonly currency: string;
};

export type EntryKind =
  | 'ISSUE_INVOICE'
  | 'RECEIVE_PAYMENT'
  | 'PAYMENT_FEE'
  | 'RECEIVE_BY_HAND'
  | 'REFUND_PAYMENT'
  | 'OPEN_DISPUTE'
  | 'CLOSE_DISPUTE'
  | 'RECLASSIFY_EXPENSE'
  | 'MANUAL'
  | 'REVERSAL';

/** An entry that is not posted yet. The same key with the same body is posted once. */
export type EntryDraft = {
  readonly date: LocalDate;
  readonly kind: EntryKind;
  readonly description: string;
  readonly idempotencyKey: string;
  readonly invoiceId?: string;
  readonly paymentId?: string;
  readonly reversalOf?: string;
  readonly postings: readonly PostingDraft[];
};

export const debit = (account: string, amountMinor: bigint, currency: string): PostingDraft => ({
  account,
  side: 'DEBIT',
  amountMinor,
  currency,
});

export const credit = (account: string, amountMinor: bigint, currency: string): PostingDraft => ({
  account,
  side: 'CREDIT',
  amountMinor,
  currency,
});

/** Drops the lines of nothing: an invoice without tax has no tax line. */
export const nonZero = (postings: readonly PostingDraft[]): PostingDraft[] =>
  postings.filter(({ amountMinor }) => amountMinor !== 0n);

/** Debits equal credits in each currency, with two lines at least, each of a positive amount. */
export function isBalanced(postings: readonly PostingDraft[]): boolean {
  const sums = new Map<string, bigint>();
  for (const { side, amountMinor, currency } of postings) {
    if (amountMinor <= 0n) return false;
    const signed = side === 'DEBIT' ? amountMinor : -amountMinor;
    sums.set(currency, (sums.get(currency) ?? 0n) + signed);
  }
  return postings.length >= 2 && [...sums.values()].every((sum) => sum === 0n);
}
