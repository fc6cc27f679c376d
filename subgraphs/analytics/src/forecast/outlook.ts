import type { LocalDate } from '@finflow/shared/local-date';
import type { Grain, IntervalPercent } from '../forecasting/series.ts';

const outlookTargets = ['CASH_FLOW', 'REVENUE', 'EXPENSE'] as const;
export type OutlookTarget = (typeof outlookTargets)[number];

export const outlookMethods = ['SEASONAL_BASELINE', 'ENSEMBLE', 'KNOWN_AND_ENSEMBLE'] as const;
export type OutlookMethod = (typeof outlookMethods)[number];

/** Minor units as text, as it is stored and handed between threads: JSON knows no bigint, and its numbers would lose cents. */
export type MinorText = string;

/** Where so many percent of outcomes should lie. */
export type OutlookInterval = {
  readonly percent: IntervalPercent;
  readonly low: MinorText;
  readonly high: MinorText;
};

/** One period, or what is left of it. */
export type OutlookPoint = {
  readonly start: LocalDate;
  /** Its last day. */
  readonly end: LocalDate;
  /** Of cash: what is there at the end. Of revenue and expense: the same as `flow`. */
  readonly median: MinorText;
  readonly intervals: readonly OutlookInterval[];
  /** What the period brings: net cash, revenue, or expense. The sum of `known` and `expected`. */
  readonly flow: MinorText;
  readonly flowIntervals: readonly OutlookInterval[];
  /** The part that the books already name: open invoices, bills that come back. */
  readonly known: MinorText;
  readonly expected: MinorText;
};

/** A period as it was; the last one may not be over yet. */
export type OutlookPast = {
  readonly start: LocalDate;
  /** Its last day, or today. */
  readonly end: LocalDate;
  /** Of cash: what was there at the end. Of revenue and expense: the same as `flow`. */
  readonly value: MinorText;
  readonly flow: MinorText;
};

/** What a customer, or an account, has to do with it, over all periods. */
export type OutlookPart = {
  /** The customer's id, or the account's code. Null: all others. */
  readonly key: string | null;
  readonly known: MinorText;
  readonly expected: MinorText;
};

/** What is to come of one figure, as stored and as computed on demand. */
export type Outlook = {
  readonly target: OutlookTarget;
  readonly grain: Grain;
  /** The last day that it knew. */
  readonly asOf: LocalDate;
  readonly method: OutlookMethod;
  /** The newest periods of the past, oldest first. */
  readonly history: readonly OutlookPast[];
  /** What is left of the period of `asOf`; null on its last day. */
  readonly current: OutlookPoint | null;
  /** The periods after it, nearest first. */
  readonly points: readonly OutlookPoint[];
  readonly customers: readonly OutlookPart[];
  readonly categories: readonly OutlookPart[];
  /** The forecasting methods and what each weighed; together 1. */
  readonly members: readonly { readonly name: string; readonly weight: number }[];
  /** How far off the same methods were on the past; null with too little of it. */
  readonly backtest: {
    readonly mase: number;
    readonly meanAbsoluteError: MinorText;
    readonly origins: number;
  } | null;
  /** What each change of the scenario does to the figure by the end, in their order. Empty without a scenario. */
  readonly effects: readonly MinorText[];
};

/** A forecast of one period, made at the end of the one before, and what came. */
export type PastForecast = {
  readonly asOf: LocalDate;
  readonly start: LocalDate;
  readonly end: LocalDate;
  readonly median: MinorText;
  /** The bounds of the 80 % interval. */
  readonly low: MinorText;
  readonly high: MinorText;
  /** Of cash, what there was at the end; otherwise what the period brought. */
  readonly actual: MinorText;
};
