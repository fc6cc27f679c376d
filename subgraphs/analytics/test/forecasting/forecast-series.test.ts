import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { forecastSeries } from '../../src/forecasting/forecast-series.ts';
import type { SeriesForecast } from '../../src/forecasting/series.ts';
import { sales, seriesOf } from './support.ts';

const everyFigure = ({ median, intervals, runningSum }: SeriesForecast): number[] => [
  ...median,
  ...runningSum.median,
  ...[intervals, runningSum.intervals].flatMap((all) =>
    Object.values(all).flatMap(({ low, high }) => [...low, ...high]),
  ),
];

describe('the forecast of a series', () => {
  it('answers every step with intervals that lie in each other', () => {
    const { median, intervals } = forecastSeries(seriesOf(sales(48)), 12);
    expect(median).toHaveLength(12);
    median.forEach((value, step) => {
      const bounds = [95, 80, 50] as const;
      const lows = bounds.map((percent) => intervals[percent].low[step] ?? Number.NaN);
      const highs = bounds.map((percent) => intervals[percent].high[step] ?? Number.NaN);
      expect(lows.toSorted((a, b) => a - b)).toEqual(lows);
      expect(highs.toSorted((a, b) => b - a)).toEqual(highs);
      expect(lows[2]).toBeLessThanOrEqual(value);
      expect(highs[2]).toBeGreaterThanOrEqual(value);
    });
  });

  it('says how far off it was on the past, with the weights of its members', () => {
    const { members, backtest } = forecastSeries(seriesOf(sales(60)), 12);
    expect(members.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
    expect(backtest?.origins).toBe(4);
    expect(backtest?.mase).toBeLessThan(1.2);
  });

  it('continues one value, and none, without a claim about the past', () => {
    expect(forecastSeries(seriesOf([50]), 2)).toMatchObject({ median: [50, 50], backtest: null });
    expect(forecastSeries(seriesOf([]), 2).median).toEqual([0, 0]);
  });

  it('says the same of the next months whether one of them is asked for or thirty', () => {
    const ask = (horizon: number): SeriesForecast => forecastSeries(seriesOf(sales(40)), horizon);
    const [one, few, many] = [ask(1), ask(5), ask(30)];
    expect(many.median.slice(0, 5)).toEqual(few.median);
    expect(many.intervals[80].low.slice(0, 5)).toEqual(few.intervals[80].low);
    expect(few.runningSum.intervals[95].high.slice(0, 1)).toEqual(
      one.runningSum.intervals[95].high,
    );
    expect([one, few, many].map(({ median }) => median.length)).toEqual([1, 5, 30]);
    expect(one.backtest).toEqual(many.backtest);
  });

  it('fills what is not known', () => {
    const gappy = sales(48).map((value, month) =>
      month % 11 === 3 || month < 2 ? Number.NaN : value,
    );
    const { median } = forecastSeries(seriesOf(gappy), 12);
    const whole = forecastSeries(seriesOf(sales(48)), 12).median;
    median.forEach((value, step) =>
      expect(Math.abs(value / (whole[step] ?? 1) - 1)).toBeLessThan(0.15),
    );
  });

  it('refuses a horizon of nothing', () => {
    expect(() => forecastSeries(seriesOf([1, 2, 3]), 0)).toThrow(RangeError);
  });

  it('is finite whatever the values, and not below zero where that makes no sense', () => {
    // Amounts are whole. Fractions of 1e-240 beside them, which logarithms make nothing of, never come.
    const amount = fc.oneof(fc.nat(1000), fc.maxSafeNat());
    const values = fc.array(fc.oneof(fc.constant(0), fc.constant(Number.NaN), amount), {
      maxLength: 40,
      size: 'max',
    });
    fc.assert(
      fc.property(values, fc.constantFrom('DAY', 'WEEK', 'MONTH'), (given, grain) => {
        for (const figure of everyFigure(forecastSeries(seriesOf(given, grain), 5))) {
          expect(Number.isFinite(figure) && figure >= 0).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on the currency unit', () => {
    const cents = forecastSeries(seriesOf(sales(48).map((value) => value * 100)), 6).median;
    const whole = forecastSeries(seriesOf(sales(48)), 6).median;
    cents.forEach((value, step) => expect(value / 100).toBeCloseTo(whole[step] ?? 0, 4));
  });
});
