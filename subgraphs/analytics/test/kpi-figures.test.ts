import { describe, expect, it } from '@jest/globals';
import {
  burn,
  changePercent,
  daysSalesOutstanding,
  runwayMonths,
} from '../src/kpis/kpi-figures.ts';
import { comparedPeriods } from '../src/kpis/kpi-period.ts';

describe('the period to compare with', () => {
  it.each([
    ['this month so far', {}, '2026-07-01 2026-07-15', '2026-06-01 2026-06-15'],
    [
      'a whole month',
      { from: '2026-02-01', to: '2026-02-28' },
      '2026-02-01 2026-02-28',
      '2026-01-01 2026-01-31',
    ],
    [
      'a quarter',
      { from: '2026-04-01', to: '2026-06-30' },
      '2026-04-01 2026-06-30',
      '2026-01-01 2026-03-31',
    ],
    [
      'a month so far, after a shorter one',
      { to: '2026-03-30' },
      '2026-03-01 2026-03-30',
      '2026-02-01 2026-02-28',
    ],
    ['the year so far', { from: '2026-01-01' }, '2026-01-01 2026-07-15', '2025-06-01 2025-12-15'],
    [
      'some days',
      { from: '2026-07-10', to: '2026-07-12' },
      '2026-07-10 2026-07-12',
      '2026-07-07 2026-07-09',
    ],
    [
      'a single day',
      { from: '2026-07-10', to: '2026-07-10' },
      '2026-07-10 2026-07-10',
      '2026-07-09 2026-07-09',
    ],
  ])('is, for %s, as long and right before', (_name, asked, period, before) => {
    const compared = comparedPeriods(asked, '2026-07-15');
    expect(Object.values(compared.period).join(' ')).toBe(period);
    expect(Object.values(compared.before).join(' ')).toBe(before);
  });

  it.each([
    [{ from: '2026-07-02', to: '2026-07-01' }, 'from must not be after to.'],
    [{ from: '2010-01-01', to: '2026-07-01' }, 'A period may have five years at most.'],
  ])('is refused where there is none: %p', (asked, message) => {
    expect(() => comparedPeriods(asked, '2026-07-15')).toThrow(message);
  });
});

describe('figures', () => {
  it('changes in percent of what was before, whatever its sign', () => {
    expect(changePercent({ current: 150n, previous: 100n })).toBe(50);
    expect(changePercent({ current: -50n, previous: -100n })).toBe(50);
    expect(changePercent({ current: 1n, previous: 3n })).toBe(-66.7);
    expect(changePercent({ current: 5n, previous: 0n })).toBeNull();
  });

  it('burns what an average month loses, and lasts that long', () => {
    expect(burn([-100n, 40n, -90n])).toBe(50n);
    expect(burn([10n, -5n])).toBeNull();
    expect(burn([])).toBeNull();
    expect(runwayMonths(1_234n, 50n)).toBe(24.6);
    expect(runwayMonths(-1n, 50n)).toBe(0);
    expect(runwayMonths(1_234n, null)).toBeNull();
  });

  it('waits for its money as long as receivables are of sales', () => {
    expect(daysSalesOutstanding(50_000n, 100_000n, 90)).toBe(45);
    expect(daysSalesOutstanding(50_000n, 0n, 90)).toBeNull();
  });
});
