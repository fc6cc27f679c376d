import { describe, expect, it } from '@jest/globals';
import { dayNumber, monthPlace } from '../../src/forecasting/neural/month-place.ts';

describe('the place of a period in its month', () => {
  it('counts working days from the start and from the end', () => {
    // July 2026 begins on a Wednesday and ends on a Friday.
    expect(monthPlace('DAY', dayNumber('2026-07-01'))).toEqual({ fromStart: 0, fromEnd: 22 });
    expect(monthPlace('DAY', dayNumber('2026-07-06'))).toEqual({ fromStart: 3, fromEnd: 19 });
    expect(monthPlace('DAY', dayNumber('2026-07-31'))).toEqual({ fromStart: 22, fromEnd: 0 });
  });

  it('sets Saturdays and Sundays apart', () => {
    const saturday = monthPlace('DAY', dayNumber('2026-07-04'));
    expect(saturday).toEqual(monthPlace('DAY', dayNumber('2026-08-29')));
    expect(saturday).not.toEqual(monthPlace('DAY', dayNumber('2026-07-05')));
  });

  it('counts the Mondays before and after a week', () => {
    expect(monthPlace('WEEK', dayNumber('2026-07-06'))).toEqual({ fromStart: 0, fromEnd: 3 });
    expect(monthPlace('WEEK', dayNumber('2026-07-27'))).toEqual({ fromStart: 3, fromEnd: 0 });
  });

  it('knows days before 1970', () => {
    expect(monthPlace('DAY', dayNumber('1969-12-31')).fromEnd).toBe(0);
  });
});
