import { expect, it } from '@jest/globals';
import { periodsAhead } from '../../../src/forecasting/known/periods.ts';
import { forecastAhead } from '../../../src/forecasting/known/remainder.ts';
import { meanForecast } from './support.ts';

const series = {
  grain: 'MONTH',
  start: '2026-01-01',
  values: [3000, 3000, 3000, 3000, 3000],
  isNonNegative: false,
} as const;

it('expects of half a month half as much, and is less sure of it by a root', () => {
  const made = forecastAhead(series, periodsAhead('2026-06-15', 'MONTH', 1), meanForecast);
  expect(made?.median).toEqual([1500, 3000]);
  const widths = made?.intervals[80].high.map((high, step) => high - (made.median[step] ?? 0));
  expect(widths?.[0]).toBeCloseTo(80 * Math.sqrt(0.5), 9);
  expect(widths?.[1]).toBe(80);
});
