import { addDays, addMonths, startOfMonth, type LocalDate } from '@finflow/shared/local-date';
import type { AccountType } from '../account/account-entry.entity.ts';
import type { Books, InvoiceRecord } from './books.ts';

/** What was booked on an account in a month (its first day names it): debits less credits, minor units. */
export type AccountMonth = {
  readonly code: string;
  readonly type: AccountType;
  readonly month: LocalDate;
  /** The first day of it on which there was something. */
  readonly firstDay: LocalDate;
  readonly netMinor: bigint;
};

export type InvoicesAt = InvoiceRecord & { readonly asOf: LocalDate };

/** Bank and the provider's clearing account. */
const cashAccounts = ['1000', '1010'];
const receivableAccount = '1100';
const retainedEarnings = '3100';

/**
 * The books as of the end of `asOf`, which is a month's last day, or the day up to which `accounts` go. Flows are those of complete
 * months: half a month's sales would look like a fall.
 */
export function booksAt(
  accounts: readonly AccountMonth[],
  { asOf, ...invoices }: InvoicesAt,
  currency: string,
): Books {
  const known = accounts.filter(({ month }) => month <= asOf);
  const next = startOfMonth(addDays(asOf, 1));
  const first = firstMonth(known) ?? next;
  const historyMonths = monthsBetween(first, next);
  const yearMonths = Math.min(historyMonths, 12);
  const year = known.filter(({ month }) => month < next && month >= addMonths(next, -yearMonths));
  const before = known.filter(
    ({ month }) => month < addMonths(next, -12) && month >= addMonths(next, -24),
  );
  const profits = earned(known) - spent(known);
  return {
    asOf,
    currency,
    historyMonths,
    ...positions(known),
    retainedMinor: profits - total(known.filter(({ code }) => code === retainedEarnings)),
    salesByMonth: Array.from({ length: yearMonths }, (_, place) => {
      const wanted = addMonths(next, place - yearMonths);
      return earned(year.filter(({ month }) => month === wanted));
    }),
    costsMinor: spent(year),
    salesBeforeMinor: historyMonths >= 24 ? earned(before) : null,
    invoices,
  };
}

const total = (rows: readonly AccountMonth[]): bigint =>
  rows.reduce((sum, { netMinor }) => sum + netMinor, 0n);
const earned = (rows: readonly AccountMonth[]): bigint =>
  -total(rows.filter(({ type }) => type === 'INCOME'));
const spent = (rows: readonly AccountMonth[]): bigint =>
  total(rows.filter(({ type }) => type === 'EXPENSE'));

/**
 * The first month that earned or cost something: putting money in is no history. Where the books begin in its middle, the one
 * after it: the sales of its last week would look like a bad month's.
 */
function firstMonth(rows: readonly AccountMonth[]): LocalDate | undefined {
  const [month] = rows
    .filter(({ type }) => type === 'INCOME' || type === 'EXPENSE')
    .map((row) => row.month)
    .toSorted();
  const [begun] = rows.map(({ firstDay }) => firstDay).toSorted();
  return month && begun && begun > month ? addMonths(month, 1) : month;
}

function monthsBetween(from: LocalDate, to: LocalDate): number {
  const count = (date: LocalDate) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return Math.max(count(to) - count(from), 0);
}

/** An account on the wrong side changes sides: an overdrawn bank account is a debt, and tax paid ahead is an asset. */
function positions(rows: readonly AccountMonth[]) {
  const sums = {
    cashMinor: 0n,
    receivableMinor: 0n,
    otherAssetsMinor: 0n,
    liabilitiesMinor: 0n,
  };
  for (const [code, own] of Map.groupBy(rows, (row) => row.code)) {
    const [type, balance] = [own[0]?.type, total(own)];
    if (type !== 'ASSET' && type !== 'LIABILITY') continue;
    if (balance < 0n) sums.liabilitiesMinor -= balance;
    else sums[placeOf(code)] += balance;
  }
  return sums;
}

function placeOf(code: string): 'cashMinor' | 'receivableMinor' | 'otherAssetsMinor' {
  if (cashAccounts.includes(code)) return 'cashMinor';
  return code === receivableAccount ? 'receivableMinor' : 'otherAssetsMinor';
}
