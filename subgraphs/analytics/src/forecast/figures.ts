import type { LocalDate } from '@finflow/shared/local-date';

/** What a figure came to on one business day, minor units. */
export type DayFigure = { readonly date: LocalDate; readonly amountMinor: bigint };

/** What somebody, or something, stood for in the last year. */
export type ShareOfYear = { readonly key: string; readonly amountMinor: bigint };

/** The past of one figure, as far as a forecast looks back. */
export type Figures = {
  /** Days with activity, oldest first, up to today. */
  readonly days: readonly DayFigure[];
  /** Of cash: what there was before the first of the days. */
  readonly openingMinor: bigint;
  /** The greatest first. */
  readonly customers: readonly ShareOfYear[];
  readonly categories: readonly ShareOfYear[];
};
