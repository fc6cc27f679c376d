import { describe, expect, it } from '@jest/globals';
import { eur } from '../../testing/invoices.ts';
import type { OutlookPoint } from './cash-flow.queries.ts';
import type { Told } from './outlook-periods.ts';
import { outlookSeries } from './outlook-series.ts';

const point = (start: string, end: string, median: bigint): OutlookPoint => ({
  __typename: 'ForecastPoint',
  start,
  end,
  median: eur(median),
  intervals: [
    {
      __typename: 'ForecastInterval',
      percent: 50,
      low: eur(median - 10n),
      high: eur(median + 10n),
    },
  ],
  known: eur(0n),
  expected: eur(median),
});

const told = (target: Told['target'], median: bigint): Told => ({
  target,
  history: [
    { __typename: 'ForecastPast', start: '2026-10-01', end: '2026-10-31', value: eur(700n) },
    { __typename: 'ForecastPast', start: '2026-11-01', end: '2026-11-22', value: eur(400n) },
  ],
  current: point('2026-11-23', '2026-11-30', median),
  points: [point('2026-12-01', '2026-12-31', 900n)],
});

describe('the lines of the chart', () => {
  it('say of the month that runs what it brings in all, with the scenario and without it', () => {
    const { rows, today } = outlookSeries(told('REVENUE', 200n), told('REVENUE', 300n));
    expect(today).toBe('2026-11-30');
    expect(rows.map(({ end }) => end)).toEqual(['2026-10-31', '2026-11-30', '2026-12-31']);
    expect(rows[1]).toMatchObject({ median: 600, before: 700, band50: [590, 610], band80: null });
  });

  it('say of cash what is there, and meet today', () => {
    const { rows, today } = outlookSeries(told('CASH_FLOW', 200n), told('CASH_FLOW', 300n));
    expect(today).toBe('2026-11-22');
    expect(rows[1]).toMatchObject({ actual: 400, median: 400, before: 400, band95: [400, 400] });
    expect(rows[2]).toMatchObject({ actual: null, median: 200, before: 300 });
  });
});
