import { describe, expect, it } from '@jest/globals';
import { ets } from '../../src/forecasting/ets/ets.ts';
import { onLogarithms } from '../../src/forecasting/logarithms.ts';
import { seasonalNaive } from '../../src/forecasting/seasonal-naive.ts';
import { theta } from '../../src/forecasting/theta.ts';
import { noise, sales, seriesOf } from './support.ts';

const next = sales(72).slice(60);
const meanError = (forecast: readonly number[] | null): number =>
  next.reduce((sum, actual, step) => sum + Math.abs(actual - (forecast?.[step] ?? 0)), 0) /
  next.length;

describe('the members of the forecast', () => {
  it('repeats the last season, or the last value without a whole one', () => {
    expect(seasonalNaive.forecast(seriesOf(sales(12)), 13)).toEqual([...sales(12), sales(12)[0]]);
    expect(seasonalNaive.forecast(seriesOf([3, 5]), 2)).toEqual(
      [3, 5].slice(-1).flatMap((last) => [last, last]),
    );
  });

  it.each([theta, ets, onLogarithms(ets)])(
    '$name sees the trend and the season of five years of sales',
    (member) => {
      const forecast = member.forecast(seriesOf(sales(60)), 12);
      expect(meanError(forecast)).toBeLessThan(35);
      expect(meanError(seasonalNaive.forecast(seriesOf(sales(60)), 12))).toBeGreaterThan(45);
    },
  );

  it('theta drifts by half the slope of a line', () => {
    const line = Array.from({ length: 20 }, (_, index) => 10 + 2 * index);
    const forecast = theta.forecast(seriesOf(line), 3) ?? [];
    expect((forecast[2] ?? 0) - (forecast[1] ?? 0)).toBeCloseTo(1, 6);
  });

  it('ets keeps a noisy level and finds no season in it', () => {
    const level = Array.from({ length: 60 }, (_, index) => 100 + 10 * noise(index));
    for (const value of ets.forecast(seriesOf(level), 12) ?? [])
      expect(Math.abs(value - 100)).toBeLessThan(5);
  });

  it('has no logarithm of a series with a refund in it', () => {
    expect(onLogarithms(theta).forecast(seriesOf([5, -1, 4, 6, 7]), 2)).toBeNull();
  });

  it('takes zeros along to the logarithms', () => {
    const forecast = onLogarithms(theta).forecast(seriesOf([0, 4, 0, 4, 0, 4, 0, 4]), 2) ?? [];
    for (const value of forecast) expect(value).toBeGreaterThan(-0.3);
  });
});
