import { addDays } from '@finflow/shared/local-date';
import type { Invoice } from '../../../src/forecasting/known/books.ts';
import type { Series, SeriesForecast } from '../../../src/forecasting/series.ts';

let made = 0;

/** An invoice of 100.00, issued on the day, due 30 days later; paid so many days after the due date, or open. */
export function invoice(
  issuedOn: string,
  paidLate: number | null,
  overrides: Partial<Invoice> = {},
): Invoice {
  made += 1;
  const dueOn = addDays(issuedOn, 30);
  const amount = overrides.amount ?? 10_000;
  return {
    id: `invoice-${String(made).padStart(5, '0')}`,
    customerId: 'acme',
    issuedOn,
    dueOn,
    amount,
    payments: paidLate === null ? [] : [{ on: addDays(dueOn, paidLate), amount }],
    ...overrides,
  };
}

/** A forecaster that says the mean of the past, give or take a tenth a percent of certainty. */
export function meanForecast({ values }: Series, horizon: number): SeriesForecast {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const flow = Array.from({ length: horizon }, () => mean);
  const sums = flow.map((_, index) => mean * (index + 1));
  return {
    ...around(flow),
    runningSum: around(sums),
    members: [{ name: 'mean', weight: 1 }],
    backtest: null,
  };
}

function around(median: readonly number[]): Pick<SeriesForecast, 'median' | 'intervals'> {
  const within = (width: number) => ({
    low: median.map((value) => value - width),
    high: median.map((value) => value + width),
  });
  return { median, intervals: { 50: within(50), 80: within(80), 95: within(95) } };
}
