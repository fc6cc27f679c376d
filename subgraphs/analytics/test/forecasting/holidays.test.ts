import { describe, expect, it } from '@jest/globals';
import { easterSunday } from '../../src/forecasting/calendar/easter.ts';
import { holidaysOf } from '../../src/forecasting/calendar/holidays.ts';

describe('bank holidays', () => {
  it('knows the Easter Sundays that were', () => {
    const years = [2019, 2021, 2024, 2025, 2038];
    expect(years.map(easterSunday)).toEqual([
      '2019-04-21',
      '2021-04-04',
      '2024-03-31',
      '2025-04-20',
      '2038-04-25',
    ]);
  });

  it('moves British Christmas off the weekend', () => {
    const days = [...holidaysOf(2021, 'GB')].toSorted();
    expect(days).toEqual([
      '2021-01-01',
      '2021-04-02',
      '2021-04-05',
      '2021-05-03',
      '2021-05-31',
      '2021-08-30',
      '2021-12-27',
      '2021-12-28',
    ]);
  });

  it('finds Thanksgiving on the fourth Thursday', () => {
    expect(holidaysOf(2024, 'US').has('2024-11-28')).toBe(true);
    expect(holidaysOf(2024, 'US').has('2024-05-27')).toBe(true);
  });

  it('takes what most countries share for one it does not know', () => {
    expect(holidaysOf(2024, 'XX')).toEqual(holidaysOf(2024, undefined));
    expect(holidaysOf(2024, undefined).has('2024-12-25')).toBe(true);
  });
});
