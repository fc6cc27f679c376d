type Weighted = { readonly weights: Float64Array };

/**
 * Writes the one-step errors of values from the place `pad` on, of a form without a season whose lags are 1, 2 and 3 at most, and returns the sum
 * of their squares. Weights that the form lacks are 0. A loop of its own, because what it needs of the past stays in the processor's registers:
 * a third less work than by lists of lags, the same numbers.
 */
export function ordinaryErrors({
  centred,
  errors,
  pad,
  past,
  shocks,
}: {
  readonly centred: Float64Array;
  readonly errors: Float64Array;
  readonly pad: number;
  readonly past: Weighted;
  readonly shocks: Weighted;
}): number {
  const a1 = past.weights[0] ?? 0;
  const a2 = past.weights[1] ?? 0;
  const a3 = past.weights[2] ?? 0;
  const b1 = shocks.weights[0] ?? 0;
  const b2 = shocks.weights[1] ?? 0;
  const b3 = shocks.weights[2] ?? 0;
  let value1 = 0;
  let value2 = 0;
  let value3 = 0;
  let error1 = 0;
  let error2 = 0;
  let error3 = 0;
  let squares = 0;
  for (let index = pad; index < errors.length; index += 1) {
    const value = centred[index] ?? 0;
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
