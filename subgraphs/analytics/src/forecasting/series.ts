import type { LocalDate } from '@finflow/shared/local-date';

export type Grain = 'DAY' | 'WEEK' | 'MONTH';

/**
 * A figure over time, one value a period, oldest first. Statistics are made in floating point; amounts are turned into it from
 * minor units, and back by rounding, at the edge of this folder only.
 */
export type Series = {
  readonly grain: Grain;
  /** First day of the first period. Weeks begin on Monday. */
  readonly start: LocalDate;
  /** NaN where nothing is known of a period. */
  readonly values: readonly number[];
  /** True where a value below zero makes no sense, as with revenue. */
  readonly isNonNegative: boolean;
  /** Whose bank holidays are kept, ISO 3166 with two letters; without it, those that most countries share. */
  readonly country?: string | undefined;
};

/** One way of forecasting. Pure: the same series gives the same answer. */
export type Member = {
  readonly name: string;
  /** One value a period, nearest first; null when the series is too short, or too odd, for this member. */
  readonly forecast: (series: Series, horizon: number) => readonly number[] | null;
  /**
   * The member with its dear choices made on this series, such as which form of a family fits it, for forecasts of parts of the same
   * series. Coefficients are still fitted to the part alone.
   */
  readonly settled?: (series: Series) => Member;
};

/** The bounds of a prediction interval, one value a period. */
export type Interval = { readonly low: readonly number[]; readonly high: readonly number[] };

export const intervalPercents = [50, 80, 95] as const;
export type IntervalPercent = (typeof intervalPercents)[number];
export type Intervals = Readonly<Record<IntervalPercent, Interval>>;

export type SeriesForecast = {
  /** One value a period, nearest first. */
  readonly median: readonly number[];
  readonly intervals: Intervals;
  /** The intervals of the running sum of the values, which are not the running sum of the intervals. */
  readonly runningSum: { readonly median: readonly number[]; readonly intervals: Intervals };
  /** What each member weighed in the median; the weights add up to 1. */
  readonly members: readonly { readonly name: string; readonly weight: number }[];
  /** How far off this way of forecasting was on the series' own past; null with too little of it. */
  readonly backtest: {
    /** Mean absolute error over that of the seasonal naive forecast (MASE, Hyndman and Koehler 2006). */
    readonly mase: number;
    /** Mean absolute error, in the values' unit. */
    readonly meanAbsoluteError: number;
    readonly origins: number;
  } | null;
};

/** A way of forecasting series, with its members: `forecastSeries` is one. Pure. */
export type SeriesForecaster = (series: Series, horizon: number) => SeriesForecast;
