import { describe, expect, it } from '@jest/globals';
import { addDays } from '@finflow/shared/local-date';
import { cashOutlook } from '../../../src/forecasting/known/cash-outlook.ts';
import { average, issuingByCustomer, volume } from '../../../src/forecasting/known/issuing.ts';
import { invoice, meanForecast } from './support.ts';

const today = '2026-06-15';
const rateOf = (days: readonly number[]): number => {
  const invoices = days.map((ago) => invoice(addDays(today, -ago), null));
  return issuingByCustomer(invoices, today).reduce((sum, { rate }) => sum + rate, 0);
};

describe('how often a customer is invoiced', () => {
  it('is as often as it was, where there is history', () => {
    const weekly = Array.from({ length: 104 }, (_, week) => 7 * (103 - week));
    expect(rateOf(weekly) * 7).toBeCloseTo(1, 1);
  });

  it('is no more often in a month than was seen, where business began less than a month ago', () => {
    expect(rateOf([0]) * 30).toBeCloseTo(1, 1);
    expect(rateOf([12]) * 30).toBeCloseTo(1, 1);
    expect(rateOf([9, 4, 0]) * 30).toBeCloseTo(3, 0);
    expect(rateOf([29, 4, 0])).toBeCloseTo(rateOf([30, 4, 0]), 2);
  });

  it('makes of a first invoice about one a month in what cash will do', () => {
    const { periods } = cashOutlook({
      invoices: [
        {
          id: 'first',
          customerId: 'acme',
          issuedOn: today,
          dueOn: addDays(today, 30),
          amountMinor: 100_000n,
          payments: [],
        },
      ],
      entries: [],
      today,
      openingMinor: 0n,
      grain: 'MONTH',
      horizon: 6,
      forecastRemainder: meanForecast,
      forecastIssuing: meanForecast,
    });
    const total = periods.reduce((sum, { netMinor }) => sum + netMinor, 0n);
    expect(Number(total)).toBeGreaterThan(100_000);
    expect(Number(total)).toBeLessThan(7 * 100_000);
  });

  it('counts for nothing where nobody was invoiced', () => {
    expect(issuingByCustomer([], today)).toEqual([]);
    expect(average([])).toBe(0);
    const [only] = issuingByCustomer([invoice(today, null)], today);
    expect(only && volume(only) * 30).toBeCloseTo(10_000, -3);
  });
});
