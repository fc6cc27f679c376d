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

  // As governments published them for 2024. The rules leave out days of regions.
  it.each([
    ['GB', '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26'],
    ['US', '01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25'],
    ['CA', '01-01 03-29 05-20 07-01 09-02 09-30 10-14 11-11 12-25 12-26'],
    ['AU', '01-01 01-26 03-29 04-01 04-25 12-25 12-26'],
    ['DE', '01-01 03-29 04-01 05-01 05-09 05-20 10-03 12-25 12-26'],
    ['AT', '01-01 01-06 04-01 05-01 05-09 05-20 05-30 08-15 10-26 11-01 12-08 12-25 12-26'],
    ['CH', '01-01 03-29 04-01 05-09 05-20 08-01 12-25 12-26'],
    ['FR', '01-01 04-01 05-01 05-08 05-09 05-20 07-14 08-15 11-01 11-11 12-25'],
    ['ES', '01-01 01-06 03-29 05-01 08-15 10-12 11-01 12-06 12-08 12-25'],
    ['IT', '01-01 01-06 04-01 04-25 05-01 06-02 08-15 11-01 12-08 12-25 12-26'],
    ['NL', '01-01 04-01 04-27 05-09 05-20 12-25 12-26'],
    ['BE', '01-01 04-01 05-01 05-09 05-20 07-21 08-15 11-01 11-11 12-25'],
    ['PL', '01-01 01-06 04-01 05-01 05-03 05-30 08-15 11-01 11-11 12-25 12-26'],
  ])('knows the days of a whole year: %s', (country, days) => {
    const monthsAndDays = [...holidaysOf(2024, country)].map((day) => day.slice(5));
    expect(monthsAndDays.toSorted().join(' ')).toBe(days);
  });

  it.each([
    ['IE', 2022, '01-03 03-17 04-15 04-18 05-02 06-06 08-01 10-31 12-26 12-27 12-28'],
    ['IE', 2023, '01-02 02-06 03-17 04-07 04-10 05-01 06-05 08-07 10-30 12-25 12-26 12-27'],
    ['IE', 2030, '01-01 02-01 03-18 04-19 04-22 05-06 06-03 08-05 10-28 12-25 12-26 12-27'],
    ['US', 2020, '01-01 01-20 02-17 05-25 07-04 09-07 10-12 11-11 11-26 12-25'],
    ['US', 2021, '01-01 01-18 02-15 05-31 06-19 07-05 09-06 10-11 11-11 11-25 12-25'],
    ['CA', 2020, '01-01 04-10 05-18 07-01 09-07 10-12 11-11 12-25 12-28'],
    ['IT', 2026, '01-01 01-06 04-06 04-25 05-01 06-02 08-15 10-04 11-01 12-08 12-25 12-26'],
    ['PL', 2025, '01-01 01-06 04-21 05-01 05-03 06-19 08-15 11-01 11-11 12-24 12-25 12-26'],
  ])('knows what a year has and the one before had not: %s %i', (country, year, days) => {
    const monthsAndDays = [...holidaysOf(year, country)].map((day) => day.slice(5));
    expect(monthsAndDays.toSorted().join(' ')).toBe(days);
  });

  // To 2020 as banks announced them to their customers, then as calendars of bank holidays list them.
  it.each([
    [2014, '12-25 12-26 12-29'],
    [2019, '12-25 12-26 12-27'],
    [2020, '12-25 12-28 12-29'],
    [2021, '12-27 12-28 12-29'],
    [2022, '12-26 12-27 12-28'],
  ])('closes Irish banks for three working days at Christmas: %i', (year, days) => {
    const inDecember = [...holidaysOf(year, 'IE')].filter((day) => day.slice(5) > '12');
    expect(inDecember.map((day) => day.slice(5)).join(' ')).toBe(days);
  });

  it('finds the Monday before the 25th of May, not the 25th', () => {
    expect(holidaysOf(2026, 'CA').has('2026-05-18')).toBe(true);
    expect(holidaysOf(2026, 'CA').has('2026-05-25')).toBe(false);
  });

  it('takes what most countries share for one it does not know', () => {
    expect(holidaysOf(2024, 'XX')).toEqual(holidaysOf(2024, undefined));
    expect(holidaysOf(2024, undefined).has('2024-12-25')).toBe(true);
  });
});
