import { describe, expect, it } from '@jest/globals';
import { addDays } from '@finflow/shared/local-date';
import { dayPlaces } from '../../src/forecasting/calendar/day-places.ts';

describe('the places of days in the calendar', () => {
  it.each([1, 7])('are those that dates %d days apart have', (stride) => {
    const start = '2023-11-27';
    const { weekday, dayOfMonth, weekOfYear } = dayPlaces(start, 500, {
      stride,
      country: undefined,
    });
    dayOfMonth.forEach((day, index) => {
      const date = addDays(start, index * stride);
      const newYear = Date.parse(date.slice(0, 4));
      expect(day).toBe(Number(date.slice(8)));
      expect(weekday[index]).toBe(new Date(date).getUTCDay());
      expect(weekOfYear[index]).toBeCloseTo((Date.parse(date) - newYear) / 604_800_000, 9);
    });
  });

  it('mark bank holidays', () => {
    const { isHoliday } = dayPlaces('2024-12-20', 10, { stride: 1, country: 'GB' });
    expect([...isHoliday]).toEqual([0, 0, 0, 0, 0, 1, 1, 0, 0, 0]);
  });
});
