import { expect, it } from '@jest/globals';
import { runningWeek } from '../src/insights/insight-week.ts';

const weekAt = (instant: string, timeZone: string) => runningWeek(new Date(instant), timeZone);

it('begins on Monday', () => {
  expect(weekAt('2026-07-12T23:59:00Z', 'UTC')).toBe('2026-07-06');
  expect(weekAt('2026-07-13T00:00:00Z', 'UTC')).toBe('2026-07-13');
});

it('is not over in California while it is Sunday there', () => {
  expect(weekAt('2026-07-13T06:59:00Z', 'America/Los_Angeles')).toBe('2026-07-06');
  expect(weekAt('2026-07-13T07:00:00Z', 'America/Los_Angeles')).toBe('2026-07-13');
});

it('is over in New Zealand half a day before it is in UTC', () => {
  expect(weekAt('2026-07-12T11:59:00Z', 'Pacific/Auckland')).toBe('2026-07-06');
  expect(weekAt('2026-07-12T12:00:00Z', 'Pacific/Auckland')).toBe('2026-07-13');
});

it('ends an hour later by UTC once the clocks went back', () => {
  expect(weekAt('2026-11-02T07:30:00Z', 'America/Los_Angeles')).toBe('2026-10-26');
  expect(weekAt('2026-11-02T08:00:00Z', 'America/Los_Angeles')).toBe('2026-11-02');
});
