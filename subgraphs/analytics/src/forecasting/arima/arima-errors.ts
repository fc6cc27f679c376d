import type { LagPolynomial } from './lag-polynomial.ts';
import { ordinaryErrors } from './ordinary-errors.ts';

/** The factors of a form, with one seasonal lag at most; `pad` is how many places of zeros stand for what was before the first value. */
export type ArimaFactors = {
  readonly pad: number;
  readonly season: number;
  readonly past: Pick<LagPolynomial, 'ordinary' | 'seasonal'>;
  readonly shocks: Pick<LagPolynomial, 'ordinary' | 'seasonal'>;
};

/**
 * Writes the one-step errors of values and returns the sum of their squares. The factors are taken out one after the other, which from nothing
 * before the first value comes to the same as their product, with a third of the terms: the season's autoregression, both ordinary
 * factors, the season's moving average.
 */
export function arimaErrors(
  values: Float64Array,
  errors: Float64Array,
  { pad, season, past, shocks }: ArimaFactors,
): number {
  const ordinary = { pad, past: past.ordinary, shocks: shocks.ordinary };
  const seasonalPast = past.seasonal[0] ?? 0;
  const seasonalShock = shocks.seasonal[0] ?? 0;
  if (seasonalPast !== 0) {
    for (let index = pad; index < errors.length; index += 1)
      errors[index] = (values[index] ?? 0) - seasonalPast * (values[index - season] ?? 0);
  }
  const squares = ordinaryErrors(seasonalPast === 0 ? values : errors, errors, ordinary);
  return seasonalShock === 0 ? squares : withoutShocks(errors, seasonalShock, { pad, season });
}

/** Takes the season's moving average out of the errors, in place; returns the sum of squares of what is left. */
function withoutShocks(
  errors: Float64Array,
  weight: number,
  { pad, season }: Pick<ArimaFactors, 'pad' | 'season'>,
): number {
  let squares = 0;
  for (let index = pad; index < errors.length; index += 1) {
    const error = (errors[index] ?? 0) - weight * (errors[index - season] ?? 0);
    errors[index] = error;
    squares += error * error;
  }
  return squares;
}
