import { exponentOf } from '@finflow/shared/currencies';
import { daysBetween, type LocalDate } from '@finflow/shared/local-date';

/** What a transaction shows before anybody has said what it was for. */
export type Transaction = {
  readonly text: string;
  /** Without a sign: `direction` says which way it went. */
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly date: LocalDate;
  readonly direction: 'IN' | 'OUT';
};

/** A transaction as statistics see it. */
export type Purchase = {
  readonly text: string;
  /** In major units; negative when money came back. No amount of the books is ever made from it. */
  readonly amount: number;
  readonly date: LocalDate;
};

/**
 * The one place where an amount becomes a float.
 * @throws RangeError for an unknown currency
 */
export function toPurchase({
  text,
  amountMinor,
  currency,
  date,
  direction,
}: Transaction): Purchase {
  const major = Number(amountMinor) / 10 ** exponentOf(currency);
  return { text, amount: direction === 'OUT' ? major : -major, date };
}

/** Days since 2000-01-01. */
export const dayNumber = (date: LocalDate): number => daysBetween('2000-01-01', date);
