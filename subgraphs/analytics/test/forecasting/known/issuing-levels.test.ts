import { describe, expect, it } from '@jest/globals';
import { addDays, addMonths } from '@finflow/shared/local-date';
import { forecastSeries } from '../../../src/forecasting/forecast-series.ts';
import type { Invoice } from '../../../src/forecasting/known/books.ts';
import { issuingByCustomer, volume } from '../../../src/forecasting/known/issuing.ts';
import { issuingLevels } from '../../../src/forecasting/known/issuing-levels.ts';
import { invoice } from './support.ts';

const today = '2026-05-31';

/** Twelve invoices in each of 36 months until today, to six customers; each month's worth a factor of 10,000. */
const months = (factorOf: (month: number) => number, count = 36): Invoice[] =>
  Array.from({ length: count }, (_, month) =>
    Array.from({ length: 12 }, (_unused, index) =>
      invoice(
        addDays(addMonths(today, month + 1 - count), index * 2 + ((month * 3 + index) % 4)),
        0,
        {
          amount: Math.round(10_000 * factorOf(month)),
          customerId: `customer-${String(index % 6)}`,
        },
      ),
    ),
  ).flat();

/** What will be invoiced in each of the next months, in units of 10,000 by 12 invoices. */
function ahead(invoices: readonly Invoice[], count: number): number[] {
  const usual = issuingByCustomer(invoices, today).reduce((sum, one) => sum + volume(one), 0);
  const days = 31 * count;
  const levels = issuingLevels(invoices, usual, { today, days, forecast: forecastSeries });
  return Array.from({ length: count }, (_, month) => {
    const first = 31 * month;
    const own = levels.slice(first, first + 28);
    return ((own.reduce((sum, level) => sum + level, 0) / 28) * usual * 30.4) / 120_000;
  });
}

describe('what will be invoiced', () => {
  it('follows growth, of which a rate of the past year is half a year late', () => {
    const growing = months((month) => 1.03 ** month);
    const [june = 0] = ahead(growing, 1);
    expect(june).toBeGreaterThan(1.03 ** 36 * 0.85);
    expect(june).toBeLessThan(1.03 ** 36 * 1.1);
  });

  it('follows the season', () => {
    const december = months((month) => (month % 12 === 6 ? 2 : 1)); // The series begins in June.
    const levels = ahead(december, 7);
    expect(levels[6]).toBeGreaterThan((levels[3] ?? 0) * 1.4);
  });

  it('is as before, where there is less than a year of months', () => {
    const growing = months((month) => 1.1 ** month, 11);
    const levels = issuingLevels(growing, 1, { today, days: 60, forecast: forecastSeries });
    expect(new Set(levels)).toEqual(new Set([1]));
  });

  it('is as before, where months without an invoice are no exception', () => {
    const rare = Array.from({ length: 12 }, (_, index) => invoice(addMonths(today, -index * 2), 0));
    const inOrder = rare.toReversed();
    const levels = issuingLevels(inOrder, 1, { today, days: 60, forecast: forecastSeries });
    expect(new Set(levels)).toEqual(new Set([1]));
  });
});
