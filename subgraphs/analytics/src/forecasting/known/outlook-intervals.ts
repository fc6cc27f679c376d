import { seededNumbers } from '@finflow/shared/seeded-numbers';
import { quantileOfSorted } from '../quantiles.ts';
import { intervalPercents, type IntervalPercent, type SeriesForecast } from '../series.ts';
import type { Ingredients } from './ingredients.ts';
import { drawFrom } from './remainder.ts';
import { simulate } from './simulate.ts';
import { sortAround } from './sort-around.ts';

export type Band = { readonly low: Float64Array; readonly high: Float64Array };
export type Bands = Readonly<Record<IntervalPercent, Band>>;
/** Of the flow of each period, and of their running sum. */
export type OutlookBands = { readonly flow: Bands; readonly runningSum: Bands };

/** Fixed, so that the same books give the same bytes. */
const seed = 1_618_033;
/** Enough for the 95 % band of a year of months; a year of days is drawn more coarsely, or it would take too long. */
const pathsFor = (periods: number): number => (periods > 100 ? 300 : 1000);
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
  const { flows, periods } = simulate(ingredients, periodOf, { paths, seed, levelVariance });
  const sums = flows.slice();
  const flowOf = remainder ? drawFrom(remainder) : () => 0;
  const sumOf = remainder ? drawFrom(remainder.runningSum) : () => 0;
  const next = seededNumbers(seed + 1);
  for (let path = 0; path < paths; path += 1) {
    const drawn = next();
    let sum = 0;
    for (let period = 0; period < periods; period += 1) {
      const index = period * paths + path;
      const flow = flows[index] ?? 0;
      sum += flow;
      flows[index] = flow + flowOf(period, next());
      sums[index] = sum + sumOf(period, drawn);
    }
  }
  return { flow: bandsOf(flows, periods, paths), runningSum: bandsOf(sums, periods, paths) };
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
