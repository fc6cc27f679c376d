import type { LocalDate } from '@finflow/shared/local-date';

export type Source =
  /** Issued and not paid yet. */
  | 'OPEN_INVOICE'
  /** Comes again and again: a subscription invoice, the rent. */
  | 'RECURRING'
  /** Entered as planned, or added by a scenario. */
  | 'SCHEDULED'
  /** Invoices that customers will get, if things go on as before. */
  | 'FUTURE_INVOICES'
  /** The rest of the cash, forecast from its own history. */
  | 'REMAINDER';

/** What a part of a forecast belongs to. */
export type Origin = {
  readonly source: Source;
  readonly customerId: string | null;
  readonly category: string | null;
};

/** An amount that moves cash once or not at all: the chance of each day after today, nearest first; at most 1 together. */
export type Uncertain = Origin & {
  readonly amount: number;
  /** Standard deviation of the amount, as a share of it; 0 where it is fixed. */
  readonly spread: number;
  readonly chances: Float64Array;
};

/** What is expected on each day after today of many small events, none of which is known yet: a compound Poisson process. */
export type Stream = Origin & {
  readonly expected: Float64Array;
  /** Amounts that one event may have, equally likely. */
  readonly amounts: readonly number[];
};

/** Certain as to day and amount. */
export type Scheduled = {
  readonly on: LocalDate;
  readonly amount: number;
  readonly category: string | null;
};

/** Everything a cash outlook is made of but the remainder. Each item stands in one list, once. */
export type Ingredients = {
  readonly today: LocalDate;
  readonly days: number;
  readonly uncertain: readonly Uncertain[];
  readonly streams: readonly Stream[];
  readonly scheduled: readonly Scheduled[];
};
