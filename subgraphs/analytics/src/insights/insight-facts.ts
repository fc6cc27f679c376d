import type { LocalDate } from '@finflow/shared/local-date';

/** What insights are made of, as it stood at the end of a Sunday. Minor units of the base currency. */
export type InsightFacts = {
  readonly currency: string;
  readonly sunday: LocalDate;
  readonly cashMinor: bigint;
  readonly burnMinor: bigint | null;
  readonly runwayMonths: number | null;
  readonly sales: Weeks;
  /** The same of each expense account. */
  readonly spending: readonly { readonly accountCode: string; readonly weeks: Weeks }[];
  /** What customers owed late, the greatest first. */
  readonly late: readonly Late[];
  /** Days sales outstanding, now and thirteen weeks ago; null without invoices. */
  readonly salesDays: { readonly now: number | null; readonly before: number | null };
  /** What the last 365 days invoiced, in all and to the greatest customer. */
  readonly invoicedMinor: bigint;
  readonly largest: { readonly customerId: string; readonly invoicedMinor: bigint } | null;
  /** Expenses on the account of what nobody has said yet what it was for. */
  readonly uncategorized: { readonly count: number; readonly amountMinor: bigint };
};

/** What each week brought or cost, the newest first: as many as the books hold whole, at most `mostWeeks`. */
export type Weeks = readonly bigint[];

/** Four weeks and the twelve before, this year and the last. */
export const mostWeeks = 68;

export type Late = {
  readonly customerId: string;
  readonly count: number;
  readonly dueMinor: bigint;
  readonly oldestDueDate: LocalDate;
};
