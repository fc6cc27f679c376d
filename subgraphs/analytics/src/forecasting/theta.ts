import { seasonLength } from './grains.ts';
import { minimize } from './nelder-mead.ts';
import { adjusted, isSeasonal, reseasoned, seasonalPattern } from './seasonal-adjustment.ts';
import type { Member } from './series.ts';

/**
 * The Theta method (Assimakopoulos and Nikolopoulos 2000) as Hyndman and Billah (2003) put it: simple exponential smoothing of the
 * seasonally adjusted series, drifting by half the slope of its line. Needs 4 values.
 */
export const theta: Member = {
  name: 'theta',
  forecast: ({ grain, values }, horizon) => {
    if (values.length < 4) return null;
    const known = new Float64Array(values);
    const season = seasonLength(grain);
    if (!isSeasonal(known, season)) return drifting(known, horizon);
    const kind = known.every((value) => value > 0) ? 'multiplicative' : 'additive';
    const pattern = seasonalPattern(known, season, kind);
    return reseasoned(drifting(adjusted(known, pattern), horizon), pattern, known.length);
  },
};

function drifting(values: Float64Array, horizon: number): readonly number[] {
  const { alpha, level } = smoothed(values);
  const slope = halfSlope(values);
  const settled = (1 - (1 - alpha) ** values.length) / alpha;
  return Array.from({ length: horizon }, (_, step) => level + slope * (step + settled));
}

/** The smoothing of least squared errors. */
function smoothed(values: Float64Array): Smoothed {
  const { at } = minimize(([alpha = 0]) => smoothedBy(alpha, values).squares, {
    start: [0.3],
    low: [0.01],
    high: [0.99],
    limit: 40,
  });
  return smoothedBy(at[0] ?? 0, values);
}

/** So little of a first level is nothing; numbers near zero take the processor a hundred times as long. */
const negligible = 1e-12;

type Smoothed = { readonly alpha: number; readonly level: number; readonly squares: number };

/**
 * Simple exponential smoothing from the first level that suits the values best. Errors are linear in that level: what a start higher by 1 leaves of
 * itself shrinks by 1 - alpha with each value, so that least squares give it without a search.
 */
function smoothedBy(alpha: number, values: Float64Array): Smoothed {
  const first = values[0] ?? 0;
  let level = first;
  let left = 1;
  let squares = 0;
  let products = 0;
  let leftSquares = 0;
  for (let index = 0; index < values.length; index += 1) {
    const error = (values[index] ?? 0) - level;
    squares += error * error;
    products += error * left;
    leftSquares += left * left;
    level += alpha * error;
    left = left > negligible ? left * (1 - alpha) : 0;
  }
  const higher = products / leftSquares;
  return { alpha, level: level + left * higher, squares: squares - higher * products };
}

/** Half the slope of the least squares line through the values. */
function halfSlope(values: Float64Array): number {
  const middle = (values.length - 1) / 2;
  let above = 0;
  let below = 0;
  for (let index = 0; index < values.length; index += 1) {
    above += (index - middle) * (values[index] ?? 0);
    below += (index - middle) ** 2;
  }
  return above / below / 2;
}
