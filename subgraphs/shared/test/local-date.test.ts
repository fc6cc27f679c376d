import { describe, expect, it } from '@jest/globals';
import { addDays, addMonths, daysBetween, isLocalDate, toLocalDate } from '../src/local-date.ts';

const dayMs = 86_400_000;

describe('local dates', () => {
  it('are what ISO 8601 calls the UTC day of an instant, in every month and leap year', () => {
    for (let day = Date.UTC(1899, 11, 28); day < Date.UTC(2200, 0, 5); day += 9 * dayMs) {
      const instant = new Date(day + 0.9 * dayMs);
      expect(toLocalDate(instant)).toBe(instant.toISOString().slice(0, 10));
    }
  });

  it('are not made of what is no date', () => {
    expect(() => toLocalDate(new Date('yesterday'))).toThrow(RangeError);
    expect(() => addDays('yesterday', 1)).toThrow(RangeError);
    expect(isLocalDate('2023-02-29')).toBe(false);
    expect(isLocalDate('2024-02-29')).toBe(true);
  });

  it('move over the ends of months and years, both ways', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2023-03-01', -1)).toBe('2023-02-28');
    expect(addDays('2023-12-31', 366)).toBe('2024-12-31');
    expect(addMonths('2023-11-30', 3)).toBe('2024-02-01');
    expect(addMonths('2023-01-31', -1)).toBe('2022-12-01');
  });

  it('are as many days apart as were added', () => {
    for (const days of [-4000, -31, 0, 1, 59, 4000])
      expect(daysBetween('2024-03-01', addDays('2024-03-01', days))).toBe(days);
  });
});
