import { forecastSeries, quickMembers } from '@finflow/analytics/forecasting/forecast-series';
import { ets } from '@finflow/analytics/forecasting/ets/ets';
import { cashOutlook } from '@finflow/analytics/forecasting/known/cash-outlook';
import type { InvoiceInput, MinorBands } from '@finflow/analytics/forecasting/known/outlook';
import { seasonalNaive } from '@finflow/analytics/forecasting/seasonal-naive';
import type { Member, Series } from '@finflow/analytics/forecasting/series';
import { theta } from '@finflow/analytics/forecasting/theta';
import { addDays, type LocalDate } from '@finflow/shared/local-date';
import type { SettledInvoice } from './read-receivables.ts';

export const horizon = 8;

/** Cash collected in the weeks after an origin, in minor units; one value a week, nearest first. */
export type WeeksAhead = readonly number[];

/** What was collected in the 7 days from `monday` on. */
export function collectedIn(invoices: readonly SettledInvoice[], monday: LocalDate): number {
  const end = addDays(monday, 7);
  return invoices
    .filter(({ settledOn }) => settledOn >= monday && settledOn < end)
    .reduce((sum, { amount }) => sum + amount, 0);
}

/** The engine, on what the books knew at the end of the day before `origin`. */
export function fromBooks(invoices: readonly SettledInvoice[], origin: LocalDate) {
  const { periods } = cashOutlook({
    invoices: invoices.map(toInput),
    entries: [],
    today: addDays(origin, -1),
    openingMinor: 0n,
    grain: 'WEEK',
    horizon,
    forecastRemainder: forecastSeries,
    forecastIssuing: (series, steps) => forecastSeries(series, steps, quickMembers),
  });
  const bands: readonly MinorBands[] = periods.map(({ intervals }) => intervals);
  const sumBands: readonly MinorBands[] = periods.map(({ level }) => level.intervals);
  return { weeks: periods.map(({ netMinor }) => Number(netMinor)), bands, sumBands };
}

const toInput = ({ amount, payments, ...invoice }: SettledInvoice): InvoiceInput => ({
  ...invoice,
  amountMinor: BigInt(amount),
  payments: payments.map(({ on, amount: paid }) => ({ on, amountMinor: BigInt(paid) })),
});

/**
 * The collections of past weeks, and nothing else. The file begins with no open invoices, so that its first weeks of
 * collections are far too small: they are left out, for they would only hurt.
 */
export function historyBefore(invoices: readonly SettledInvoice[], origin: LocalDate): Series {
  const start = '2012-02-06';
  const values: number[] = [];
  for (let monday = start; monday < origin; monday = addDays(monday, 7)) {
    values.push(collectedIn(invoices, monday));
  }
  return { grain: 'WEEK', start, values, isNonNegative: true };
}

const mean: Member = {
  name: 'mean of all weeks',
  forecast: ({ values }, steps) =>
    Array.from({ length: steps }, () => values.reduce((a, b) => a + b, 0) / values.length),
};

const ours: Member = {
  name: 'forecastSeries',
  forecast: (series, steps) => forecastSeries(series, steps).median,
};

/** Models that see history alone. */
export const historyModels: readonly Member[] = [
  seasonalNaive,
  theta,
  ets,
  averageOf('mean of Theta, ETS, mean', [theta, ets, mean]),
  mean,
  ours,
];

function averageOf(name: string, members: readonly Member[]): Member {
  return {
    name,
    forecast: (series, steps) => {
      const said = members.flatMap((member) => {
        const one = member.forecast(series, steps);
        return one ? [one] : [];
      });
      return Array.from(
        { length: steps },
        (_, step) => said.reduce((sum, one) => sum + (one[step] ?? 0), 0) / said.length,
      );
    },
  };
}
