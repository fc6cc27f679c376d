import { describe, expect, it } from '@jest/globals';
import { analog } from '../../src/forecasting/analog.ts';
import { noise, seriesOf } from './support.ts';

/** Takings of a shop from Monday, 4 January 2021: closed on Sundays and bank holidays, double on Saturdays. */
const takings = (days: number): number[] =>
  Array.from({ length: days }, (_, day) => {
    if (day % 7 === 6 || [88, 91].includes(day)) return 0;
    return (day % 7 === 5 ? 200 : 100) + 5 * noise(day);
  });

describe('the analog forecast', () => {
  it('keeps the week of a shop', () => {
    const week = analog.forecast(seriesOf(takings(140), 'DAY'), 7) ?? [];
    expect(week[6]).toBe(0);
    expect(Math.abs((week[5] ?? 0) - 200)).toBeLessThan(10);
    expect(Math.abs((week[0] ?? 0) - 100)).toBeLessThan(10);
  });

  it('expects nothing on a bank holiday of the country', () => {
    const series = { ...seriesOf(takings(116), 'DAY'), country: 'GB' };
    const [, , , , , , , mayDay] = analog.forecast({ ...series, values: takings(112) }, 8) ?? [];
    expect(mayDay).toBe(0);
    expect(analog.forecast(seriesOf(takings(112), 'DAY'), 8)?.[7]).toBeGreaterThan(90);
  });

  it('remembers in which week of the month the rent is paid', () => {
    const start = new Date('2021-01-04T00:00:00Z').getTime();
    const isRent = (week: number): boolean =>
      new Date(start + week * 7 * 86_400_000).getUTCDate() <= 7;
    const values = Array.from({ length: 104 }, (_, week) => (isRent(week) ? 1000 : 50));
    const forecast = analog.forecast(seriesOf(values, 'WEEK'), 8) ?? [];
    expect(forecast.map((value) => value > 500)).toEqual(
      forecast.map((_, step) => isRent(104 + step)),
    );
  });

  it('leans to the same month of other years', () => {
    const values = Array.from({ length: 48 }, (_, month) => (month % 12 === 11 ? 900 : 100));
    const forecast = analog.forecast(seriesOf(values), 12) ?? [];
    expect(forecast[3]).toBeCloseTo(100, 6);
    expect(analog.forecast(seriesOf([1, 2, 3]), 2)).toBeNull();
  });

  it('says the same of the beginnings of a series that it was opened for', () => {
    const series = { ...seriesOf(takings(200), 'DAY'), country: 'GB' };
    const settled = analog.settled?.(series);
    for (const [known, horizon] of [
      [200, 28],
      [186, 28],
      [117, 14],
      [200, 366],
      [3, 5],
    ] as const) {
      const part = { ...series, values: series.values.slice(0, known) };
      expect(settled?.forecast(part, horizon)).toEqual(analog.forecast(part, horizon));
    }
  });
});
