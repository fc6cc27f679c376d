import { seasonLength, testedHorizon } from '../grains.ts';
import type { Grain } from '../series.ts';

/** A series with hardly more values than that has too few pairs of them so far apart. */
const leastPairs = 6;

/** How much of the growth of the series' own differences its forecasts' errors share. Chosen on training series, folds by series. */
const share = 0.5;

/** Differences this small don't count. */
const least = 1e-3;

/**
 * How errors grow from step to step, by the series' own nature: about white noise nothing is known less of a far step than of a near one, about a
 * random walk by the root of the steps. Told from the mean differences of values one step and a tested horizon apart (a variogram; Cressie
 * 1993, 2.4), without the season where there is more than one. The geometric mean of the factors over that horizon is 1; beyond it the table's rule
 * takes over.
 * @param linked the values on the link's scale
 * @returns the factor of a step, 1 being the first
 */
export function growthOf(linked: readonly number[], grain: Grain): (step: number) => number {
  const furthest = testedHorizon(grain);
  const wandering = withoutSeason(linked, seasonLength(grain), furthest);
  if (wandering.length < furthest + leastPairs) return () => 1;
  const ratio =
    (meanDifference(wandering, furthest) + least) / (meanDifference(wandering, 1) + least);
  const power = (share * Math.log(ratio)) / Math.log(furthest);
  const middle = meanLogarithm(furthest);
  return (step) => Math.exp(power * (Math.log(Math.min(step, furthest)) - middle));
}

function withoutSeason(
  values: readonly number[],
  season: number,
  furthest: number,
): readonly number[] {
  if (values.length < season + furthest + leastPairs) return values;
  return values.slice(season).map((value, index) => value - (values[index] ?? 0));
}

function meanDifference(values: readonly number[], lag: number): number {
  const later = values.slice(lag);
  return (
    later.reduce((sum, value, index) => sum + Math.abs(value - (values[index] ?? 0)), 0) /
    later.length
  );
}

/** Of the whole numbers up to `last`. */
const meanLogarithm = (last: number): number =>
  Array.from({ length: last }, (_, index) => Math.log(index + 1)).reduce((a, b) => a + b, 0) / last;
