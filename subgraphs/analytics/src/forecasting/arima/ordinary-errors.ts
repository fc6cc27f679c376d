/** How many places of `errors` come before the first value, and the coefficients of lags 1, 2 and 3 at most; those that a form lacks are 0. */
export type OrdinaryFactors = {
  readonly pad: number;
  readonly past: Float64Array;
  readonly shocks: Float64Array;
};

/**
 * Writes the one-step errors of values from the place `pad` on, by both ordinary factors of a form, and returns the sum of
 * their squares. `errors` may be the values themselves. What it needs of the past stays in the processor's registers: a third less work than
 * by lists of lags.
 */
export function ordinaryErrors(
  values: Float64Array,
  errors: Float64Array,
  { pad, past, shocks }: OrdinaryFactors,
): number {
  const a1 = past[0] ?? 0;
  const a2 = past[1] ?? 0;
  const a3 = past[2] ?? 0;
  const b1 = shocks[0] ?? 0;
  const b2 = shocks[1] ?? 0;
  const b3 = shocks[2] ?? 0;
  let value1 = 0;
  let value2 = 0;
  let value3 = 0;
  let error1 = 0;
  let error2 = 0;
  let error3 = 0;
  let squares = 0;
  for (let index = pad; index < errors.length; index += 1) {
    const value = values[index] ?? 0;
    const own = value - a1 * value1 - a2 * value2 - a3 * value3;
    const error = own - b1 * error1 - b2 * error2 - b3 * error3;
    errors[index] = error;
    squares += error * error;
    value3 = value2;
    value2 = value1;
    value1 = value;
    error3 = error2;
    error2 = error1;
    error1 = error;
  }
  return squares;
}
