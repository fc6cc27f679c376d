import { seededNumbers } from '@finflow/shared/seeded-numbers';
import { quantileOfSorted } from '../quantiles.ts';
import { intervalPercents, type IntervalPercent, type SeriesForecast } from '../series.ts';
import type { Ingredients } from './ingredients.ts';
import { type PathOrder, pathOrders } from './path-orders.ts';
import { evenValues } from './remainder.ts';
import { simulate } from './simulate.ts';
import { sortAround } from './sort-around.ts';

export type Band = { readonly low: Float64Array; readonly high: Float64Array };
export type Bands = Readonly<Record<IntervalPercent, Band>>;
/** Of the flow of each period, and of their running sum. */
export type OutlookBands = { readonly flow: Bands; readonly runningSum: Bands };

/** Fixed, so that the same books give the same bytes. */
const seed = 1_618_033;
/**
 * Enough for the 95 % band of a year of months: evenly spread, they say as much as a thousand loose ones. A year of days is drawn more
 * coarsely, or it would take too long.
 */
const pathsFor = (periods: number): number => (periods > 100 ? 300 : 750);
/**
 * Variance of the level of future invoicing, as a share of it squared: a tenth either way is not told by a year of history. An
 * assumption; how much the intervals then hold is measured on the receivables sample (bench/README.md) and on made-up books.
 */
const levelVariance = 0.01;

/**
 * Intervals by simulation. Within a path the remainder of each period is drawn from its own forecast; for the running sum its
 * forecast's running sum is, for good and bad periods follow each other in ways that only that forecast knows.
 */
export function outlookIntervals(
  ingredients: Ingredients,
  remainder: SeriesForecast | null,
  periodOf: Int32Array,
): OutlookBands {
  const paths = pathsFor((periodOf.at(-1) ?? 0) + 1);
  const next = seededNumbers(seed);
  const nextOrder = pathOrders(paths, next);
  const chance = { next, nextOrder };
  const { flows, periods } = simulate(ingredients, periodOf, { paths, levelVariance, ...chance });
  const sums = runningSums(flows, paths);
  if (remainder) {
    const valuesOf = evenValues(remainder);
    const sumsOf = evenValues(remainder.runningSum);
    const ofSums = nextOrder();
    for (let period = 0; period < periods; period += 1) {
      const [from, end] = [period * paths, (period + 1) * paths];
      addInOrder(flows.subarray(from, end), valuesOf(period), nextOrder());
      addInOrder(sums.subarray(from, end), sumsOf(period), ofSums);
    }
  }
  return { flow: bandsOf(flows, periods, paths), runningSum: bandsOf(sums, periods, paths) };
}

/** Of each path, period by period. */
function runningSums(flows: Float64Array, paths: number): Float64Array {
  const sums = flows.slice();
  for (let index = paths; index < sums.length; index += 1)
    sums[index] = (sums[index] ?? 0) + (sums[index - paths] ?? 0);
  return sums;
}

/** Adds to each path the value of its stretch of chance. */
function addInOrder(column: Float64Array, values: Float64Array, order: PathOrder): void {
  const share = values.length / order.length;
  for (let stretch = 0; stretch < order.length; stretch += 1) {
    const path = order[stretch] ?? 0;
    column[path] = (column[path] ?? 0) + (values[Math.floor(stretch * share)] ?? 0);
  }
}

/** Sorts the paths of each period, in place. */
function bandsOf(values: Float64Array, periods: number, paths: number): Bands {
  const bands = { 50: emptyBand(periods), 80: emptyBand(periods), 95: emptyBand(periods) };
  const ranks = ranksOf(paths);
  for (let period = 0; period < periods; period += 1) {
    const column = values.subarray(period * paths, (period + 1) * paths);
    sortAround(column, ranks);
    for (const percent of intervalPercents) {
      const tail = tailOf(percent);
      bands[percent].low[period] = quantileOfSorted(column, tail);
      bands[percent].high[period] = quantileOfSorted(column, 1 - tail);
    }
  }
  return bands;
}

const tailOf = (percent: IntervalPercent): number => (1 - percent / 100) / 2;

/** The ranks between which the bounds of the bands lie. */
const ranksOf = (paths: number): number[] =>
  intervalPercents
    .flatMap((percent) => [tailOf(percent), 1 - tailOf(percent)])
    .map((chance) => Math.floor(chance * (paths - 1)))
    .flatMap((below) => [below, below + 1]);

const emptyBand = (periods: number): Band => ({
  low: new Float64Array(periods),
  high: new Float64Array(periods),
});
