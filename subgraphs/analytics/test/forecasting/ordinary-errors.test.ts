import { describe, expect, it } from '@jest/globals';
import { ordinaryErrors } from '../../src/forecasting/arima/ordinary-errors.ts';
import { noise } from './support.ts';

const pad = 3;
const centred = Float64Array.from({ length: 60 }, (_, index) => (index < pad ? 0 : noise(index)));

describe('errors of an ARIMA model without a season', () => {
  it.each([
    [[], []],
    [[0.4], []],
    [[], [0.6]],
    [
      [0.5, -0.2, 0.1],
      [0.3, 0.2, -0.4],
    ],
  ])('follow from the values and errors before, with weights %j and %j', (past, shocks) => {
    const errors = new Float64Array(centred.length);
    const squares = ordinaryErrors({
      centred,
      errors,
      pad,
      past: { weights: Float64Array.from(past) },
      shocks: { weights: Float64Array.from(shocks) },
    });
    for (let index = pad; index < centred.length; index += 1) {
      const told = (weights: readonly number[], of: Float64Array) =>
        weights.reduce((sum, weight, lag) => sum + weight * (of[index - lag - 1] ?? 0), 0);
      const expected = (centred[index] ?? 0) - told(past, centred) - told(shocks, errors);
      expect(errors[index]).toBeCloseTo(expected, 12);
    }
    expect(squares).toBeCloseTo(
      errors.reduce((sum, error) => sum + error * error, 0),
      10,
    );
  });
});
