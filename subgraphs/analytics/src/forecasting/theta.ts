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

function smoothed(values: Float64Array): { readonly alpha: number; readonly level: number } {
  const first = values[0] ?? 0;
  const spread = Math.max(...values) - Math.min(...values);
  const range = { low: [0.01, first - spread], high: [0.99, first + spread] };
  const { at } = minimize((point) => squaredErrors(values, point).sum, {
    start: [0.3, first],
    ...range,
    limit: 120,
  });
  return { alpha: at[0] ?? 0, level: squaredErrors(values, at).level };
}

function squaredErrors(
  values: Float64Array,
  at: Float64Array,
): { readonly sum: number; readonly level: number } {
  const alpha = at[0] ?? 0;
  let level = at[1] ?? 0;
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) {
    const error = (values[index] ?? 0) - level;
    sum += error * error;
    level += alpha * error;
  }
  return { sum, level };
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
