import { addDays, type LocalDate } from '@finflow/shared/local-date';
import { addPeriods } from '../grains.ts';
import {
  intervalPercents,
  type Grain,
  type Interval,
  type Series,
  type SeriesForecast,
  type SeriesForecaster,
} from '../series.ts';
import { compare, type CashItem } from './books.ts';
import { daysIn, lastDayOver, periodNumber, periodStart, type Period } from './periods.ts';

/**
 * The items' sums by whole period, from the first period to the last that is over on `today`; null without items or without a whole period. The
 * first one counts only if its first day is within the books: half a month would look like a bad one.
 * @param firstDay the day the books begin
 */
export function seriesOfItems(
  items: readonly CashItem[],
  grain: Grain,
  { firstDay, today }: { firstDay: LocalDate; today: LocalDate },
): Series | null {
  if (items.length === 0) return null;
  const begun = periodStart(firstDay, grain);
  const start = begun === firstDay ? begun : addPeriods(begun, grain, 1);
  const first = periodNumber(start, grain);
  const count = periodNumber(addDays(lastDayOver(today, grain), 1), grain) - first;
  if (count <= 0) return null;
  const values = Array.from({ length: count }, () => 0);
  for (const { on, amount } of items) {
    const index = periodNumber(on, grain) - first;
    if (index >= 0 && index < count) values[index] = (values[index] ?? 0) + amount;
  }
  return { grain, start, values, isNonNegative: false };
}

/**
 * Forecasts the periods ahead. Of what is gone of the periods since the series' end (today, by days; the begun part of a week or month)
 * the expected amount is taken off. What is left has its share of the doubt: the root of its share of the days, as of a sum of independent ones.
 */
export function forecastAhead(
  series: Series,
  periods: readonly Period[],
  forecast: SeriesForecaster,
): SeriesForecast | null {
  const [first] = periods;
  if (!first) return null;
  const { grain } = series;
  const start = periodStart(first.from, grain);
  const over =
    periodNumber(start, grain) - periodNumber(series.start, grain) - series.values.length;
  const whole = forecast(series, over + periods.length);
  const share =
    daysIn(first) / daysIn({ from: start, to: addDays(addPeriods(start, grain, 1), -1) });
  const gone = over + 1 - share;
  if (gone === 0) return whole;
  const goneAmount = whole.median.reduce(
    (sum, amount, period) => sum + amount * Math.min(1, Math.max(0, gone - period)),
    0,
  );
  return {
    ...whole,
    ...partly(whole, over, (value, period, median) => {
      const left = period === over ? share : 1;
      return left * median + Math.sqrt(left) * (value - median);
    }),
    runningSum: partly(whole.runningSum, over, (value, period, median) => {
      const left = (period + 1 - gone) / (period + 1);
      return median - goneAmount + Math.sqrt(left) * (value - median);
    }),
  };
}

/** Every value of a forecast from a period on turned into another, which may depend on its period and the median there. */
function partly(
  { median, intervals }: Pick<SeriesForecast, 'median' | 'intervals'>,
  from: number,
  turn: (value: number, period: number, median: number) => number,
): Pick<SeriesForecast, 'median' | 'intervals'> {
  const all = (values: readonly number[]) =>
    values.map((value, period) => turn(value, period, median[period] ?? 0)).slice(from);
  const both = ({ low, high }: Interval): Interval => ({ low: all(low), high: all(high) });
  return {
    median: all(median),
    intervals: { 50: both(intervals[50]), 80: both(intervals[80]), 95: both(intervals[95]) },
  };
}

/** One item a category of what the remainder was made of lately, in the same unit as the items. */
export type CategoryShare = { readonly category: string | null; readonly mean: number };

/** Each category's mean by period over the last `periods` periods of a series that ends before `end`; largest first. */
export function categoryMeans(
  items: readonly CashItem[],
  { from, end, periods }: { from: LocalDate; end: LocalDate; periods: number },
): CategoryShare[] {
  const recent = items.filter(({ on }) => on >= from && on < end);
  return [...Map.groupBy(recent, ({ category }) => category)]
    .map(([category, own]) => ({
      category,
      mean: own.reduce((sum, { amount }) => sum + amount, 0) / Math.max(1, periods),
    }))
    .toSorted((a, b) => Math.abs(b.mean) - Math.abs(a.mean) || compare(a.category, b.category));
}

/**
 * Splits a forecast amount by category: each gets its recent mean, and what the forecast says beyond those is spread by their
 * sizes. The parts add up to the amount.
 */
export function splitByCategory(amount: number, shares: readonly CategoryShare[]): number[] {
  const sum = shares.reduce((total, { mean }) => total + mean, 0);
  const size = shares.reduce((total, { mean }) => total + Math.abs(mean), 0);
  if (size === 0) return shares.map((_, index) => (index === 0 ? amount : 0));
  return shares.map(({ mean }) => mean + ((amount - sum) * Math.abs(mean)) / size);
}

/** Where a distribution's quantiles are known. */
const levels = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975];
/** Equally likely values that stand for the distribution of a period. */
const valuesApart = 200;

/**
 * Equally likely values of each period, rising: straight lines between the known quantiles, going on beyond the outermost to 1 in 400.
 * Of a forecast's values, or of their running sums.
 */
export function evenValues({
  median,
  intervals,
}: Pick<SeriesForecast, 'median' | 'intervals'>): (period: number) => Float64Array {
  const lows = intervalPercents.toReversed().map((percent) => intervals[percent].low);
  const highs = intervalPercents.map((percent) => intervals[percent].high);
  const quantiles = [...lows, median, ...highs];
  return (period) => {
    const known = quantiles.map((values) => values[period] ?? 0);
    const values = new Float64Array(valuesApart);
    places.forEach(({ right, share }, index) => {
      const low = known[right - 1] ?? 0;
      values[index] = low + ((known[right] ?? 0) - low) * share;
    });
    return values;
  };
}

/** Where each value lies between the known quantiles: below which one, and how far from the one before; beyond the outermost, more than 1. */
const places = Array.from({ length: valuesApart }, (_, index) => {
  const chance = (index + 0.5) / valuesApart;
  const above = levels.findIndex((level) => level >= chance);
  const right = above < 0 ? levels.length - 1 : Math.max(1, above);
  const [from = 0, to = 1] = [levels[right - 1], levels[right]];
  return { right, share: (chance - from) / (to - from) };
});
