import { describe, expect, it } from '@jest/globals';
import { arima } from '../../src/forecasting/arima/arima.ts';
import { placedIn } from '../../src/forecasting/arima/arima-choice.ts';
import { fitArima } from '../../src/forecasting/arima/arima-fit.ts';
import {
  applyDifferences,
  kpss,
  planDifferences,
  undoDifferences,
} from '../../src/forecasting/arima/differences.ts';
import {
  lagPolynomial,
  multiplyOut,
  setFactors,
} from '../../src/forecasting/arima/lag-polynomial.ts';
import { noise, sales, seriesOf } from './support.ts';

const noises = Float64Array.from({ length: 300 }, (_, index) => noise(index * 7 + 3));

describe('ARIMA', () => {
  it('finds the coefficient of an autoregression', () => {
    const values = new Float64Array(300);
    for (let index = 1; index < 300; index += 1)
      values[index] = 0.7 * (values[index - 1] ?? 0) + (noises[index] ?? 0);
    const form = { p: 1, q: 0, seasonalP: 0, seasonalQ: 0, hasConstant: false };
    const model = fitArima(values, form, { season: 1 });
    const [next, second] = model.forecast(2);
    expect((second ?? 0) / (next ?? 1)).toBeGreaterThan(0.6);
    expect((second ?? 0) / (next ?? 1)).toBeLessThan(0.8);
    const beginning = fitArima(values.slice(0, 250), form, { season: 1, near: model });
    expect(Math.abs((beginning.at[0] ?? 0) - 0.7)).toBeLessThan(0.1);
  });

  it('goes on from a form like it, with nothing of what that one lacks', () => {
    const form = { p: 1, q: 2, seasonalP: 0, seasonalQ: 1, hasConstant: true };
    const known = { form, at: Float64Array.of(0.5, 0.4, 0.3, -0.2, 7) };
    const wider = { ...form, p: 2, q: 1, seasonalP: 1 };
    expect(placedIn(wider, known, 5)).toEqual([0.5, 0, 0.4, 0, -0.2, 7]);
    expect(placedIn({ ...wider, hasConstant: false }, known, 5)).toHaveLength(5);
    const bare = { form: { ...form, hasConstant: false }, at: known.at.subarray(0, 4) };
    expect(placedIn(form, bare, 5)).toEqual([0.5, 0.4, 0.3, -0.2, 5]);
  });

  it('multiplies lag polynomials out', () => {
    const past = lagPolynomial(1, 1, { season: 12, sign: 1 });
    setFactors(past, Float64Array.of(0.5, 0.4), { ordinary: 0, seasonal: 1 });
    multiplyOut(past);
    expect([...past.lags]).toEqual([1, 12, 13]);
    expect([...past.weights]).toEqual([0.5, 0.4, -0.2]);
  });

  it('keeps a level, differences a walk once, and a season of its own', () => {
    const walk = noises.slice();
    for (let index = 1; index < walk.length; index += 1)
      walk[index] = (walk[index - 1] ?? 0) + (walk[index] ?? 0);
    expect(kpss(noises)).toBeLessThan(0.463);
    expect(planDifferences(noises, 1, 0).ordinary).toBe(0);
    expect(planDifferences(walk, 1, 0).ordinary).toBe(1);
    expect(planDifferences(noises, 12, 0.9).seasonal).toBe(1);
  });

  it('takes back exactly what differencing took', () => {
    const whole = Float64Array.from(sales(48));
    const plan = { ordinary: 1, seasonal: 1, season: 12 };
    const known = whole.slice(0, 36);
    const ahead = [...applyDifferences(whole, plan)].slice(36 - 13);
    undoDifferences(ahead, known, plan).forEach((value, step) =>
      expect(value).toBeCloseTo(whole[36 + step] ?? 0, 6),
    );
  });

  it('beats the seasonal naive forecast on sales with a trend', () => {
    const forecast = arima.forecast(seriesOf(sales(60)), 12) ?? [];
    const error = forecast.reduce(
      (sum, value, step) => sum + Math.abs(value - (sales(72)[60 + step] ?? 0)) / 12,
      0,
    );
    expect(error).toBeLessThan(45);
  });

  it('says the same when it has settled on its orders', () => {
    const series = seriesOf(sales(60));
    expect(arima.settled?.(series).forecast(series, 6)).toEqual(arima.forecast(series, 6));
  });
});
