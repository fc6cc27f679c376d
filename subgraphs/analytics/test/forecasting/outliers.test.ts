import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ets } from '../../src/forecasting/ets/ets.ts';
import { classicalMembers, forecastSeries } from '../../src/forecasting/forecast-series.ts';
import { pulledIn, withoutOutliers } from '../../src/forecasting/outliers.ts';
import { noise, sales, seriesOf } from './support.ts';

const calm = Array.from({ length: 48 }, (_, index) => 100 + 5 * noise(index));
const withBill = calm.map((value, index) => (index === 30 ? 5000 : value));

describe('odd series', () => {
  it('lose an outlier, and nothing else', () => {
    const { values } = pulledIn(seriesOf(withBill));
    expect(values[30]).toBeLessThan(150);
    expect(values.filter((value, index) => value !== withBill[index])).toHaveLength(1);
    expect(pulledIn(seriesOf(sales(60))).values).toEqual(sales(60));
  });

  it('keep bills that are all there is', () => {
    const rare = Array.from({ length: 40 }, (_, index) => (index % 8 === 3 ? 700 : 0));
    expect(pulledIn(seriesOf(rare)).values).toEqual(rare);
  });

  it('have a forecast that one bill hardly moves', () => {
    const usual = ets.forecast(seriesOf(calm), 1)?.[0] ?? 0;
    expect(
      Math.abs((withoutOutliers(ets).forecast(seriesOf(withBill), 1)?.[0] ?? 0) - usual),
    ).toBeLessThan(5);
    expect(Math.abs((forecastSeries(seriesOf(withBill), 1).median[0] ?? 0) - usual)).toBeLessThan(
      10,
    );
  });

  it('are followed to a new level', () => {
    const moved = calm.map((value, index) => (index < 38 ? value : value + 100));
    for (const value of forecastSeries(seriesOf(moved), 6).median)
      expect(Math.abs(value - 200)).toBeLessThan(20);
  });

  it('go on with a flow that changes its sign', () => {
    const flow = Array.from({ length: 48 }, (_, index) => 50 * noise(index));
    const { median, intervals } = forecastSeries(seriesOf(flow), 6);
    for (const value of median) expect(Math.abs(value)).toBeLessThan(40);
    expect(intervals[80].low[0]).toBeLessThan(-10);
  });

  it('are forecast the same in every unit, whole series at a time', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 5000 }), {
      minLength: 12,
      maxLength: 40,
      size: 'max',
    });
    fc.assert(
      fc.property(amounts, fc.constantFrom(0.01, 100, 4096), (values, unit) => {
        const whole = forecastSeries(seriesOf(values), 3, classicalMembers).median;
        const other = forecastSeries(
          seriesOf(values.map((value) => value * unit)),
          3,
          classicalMembers,
        ).median;
        const size = Math.max(1, ...values);
        other.forEach((value, step) =>
          expect(Math.abs(value / unit - (whole[step] ?? 0)) / size).toBeLessThan(0.02),
        );
      }),
      { numRuns: 8 },
    );
  });
});
