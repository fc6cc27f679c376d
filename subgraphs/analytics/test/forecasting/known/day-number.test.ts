import { describe, expect, it } from '@jest/globals';
import { dateOf, dayNumber, weekdayOf } from '../../../src/forecasting/known/day-number.ts';

describe('the number of a day', () => {
  it('is that of the calendar, leap years and centuries included', () => {
    const days = Array.from({ length: 12_000 }, (_, index) => 10 * index - 30_000);
    expect(days.map((day) => dayNumber(dateOf(day)))).toEqual(days);
    expect(dayNumber('2000-02-29')).toBe(dayNumber('2000-03-01') - 1);
    expect(dayNumber('1900-02-28')).toBe(dayNumber('1900-03-01') - 1);
  });

  it('tells the weekday', () => {
    expect(weekdayOf(dayNumber('1970-01-01'))).toBe(3);
    expect(weekdayOf(dayNumber('1969-12-29'))).toBe(0);
  });
});
