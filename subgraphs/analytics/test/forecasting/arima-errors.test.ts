import { describe, expect, it } from '@jest/globals';
import { arimaErrors } from '../../src/forecasting/arima/arima-errors.ts';
import {
  type LagPolynomial,
  lagPolynomial,
  multiplyOut,
  setFactors,
} from '../../src/forecasting/arima/lag-polynomial.ts';
import { noise } from './support.ts';

const season = 7;
const pad = season + 3;
const values = Float64Array.from({ length: 60 }, (_, index) => (index < pad ? 0 : noise(index)));

function polynomial(sign: 1 | -1, ordinary: readonly number[], seasonal: readonly number[]) {
  const made = lagPolynomial(ordinary.length, seasonal.length, { season, sign });
  const at = Float64Array.from([...ordinary, ...seasonal]);
  setFactors(made, at, { ordinary: 0, seasonal: ordinary.length });
  multiplyOut(made);
  return made;
}

/** What the product of both factors says of a place. */
const told = ({ lags, weights }: LagPolynomial, of: Float64Array, index: number): number =>
  lags.reduce((sum, lag, term) => sum + (weights[term] ?? 0) * (of[index - lag] ?? 0), 0);

describe('errors of an ARIMA model', () => {
  it.each([
    [[], [], [], []],
    [[0.4], [], [], []],
    [[], [], [0.6], []],
    [[0.5, -0.2, 0.1], [], [0.3, 0.2, -0.4], []],
    [[], [0.5], [], [-0.3]],
    [[0.4, 0.2], [0.6], [0.3], [0.5]],
    [[0.4], [], [-0.5, 0.1], [0.7]],
  ])(
    'follow from the values and errors before, with coefficients %j and %j, %j and %j',
    (ordinaryPast, seasonalPast, ordinaryShocks, seasonalShocks) => {
      const past = polynomial(1, ordinaryPast, seasonalPast);
      const shocks = polynomial(-1, ordinaryShocks, seasonalShocks);
      const errors = new Float64Array(values.length);
      const squares = arimaErrors(values, errors, { pad, season, past, shocks });
      for (let index = pad; index < values.length; index += 1) {
        const expected =
          (values[index] ?? 0) - told(past, values, index) - told(shocks, errors, index);
        expect(errors[index]).toBeCloseTo(expected, 12);
      }
      expect(squares).toBeCloseTo(
        errors.reduce((sum, error) => sum + error * error, 0),
        10,
      );
    },
  );
});
