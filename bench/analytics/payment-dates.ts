import { asKnownOn } from '@finflow/analytics/forecasting/known/books';
import {
  chanceAt,
  latestOffset,
  medianOffset,
} from '@finflow/analytics/forecasting/known/delay-distribution';
import { paymentDelays } from '@finflow/analytics/forecasting/known/payment-delays';
import { addDays, daysBetween } from '@finflow/shared/local-date';
import { percentile, rounded } from '../statistics.ts';
import type { SettledInvoice } from './read-receivables.ts';

const average = (values: readonly number[]): number =>
  values.reduce((a, b) => a + b, 0) / values.length;

const delayOf = ({ dueOn, settledOn }: SettledInvoice): number => daysBetween(dueOn, settledOn);

/**
 * How far off the day of payment is, said on the day of issue, of the invoices issued in 2013: each month's with what was
 * known when it began. Days of mean absolute error; and the share of payments inside the intervals of the distribution.
 */
export function paymentDates(invoices: readonly SettledInvoice[]): Record<string, number> {
  const off: Record<string, number[]> = {};
  const note = (name: string, error: number) => (off[name] ??= []).push(Math.abs(error));
  const inside: Record<string, number[]> = {};
  for (let month = 1; month <= 12; month += 1) {
    const begin = `2013-${String(month).padStart(2, '0')}-01`;
    const today = addDays(begin, -1);
    const end = month === 12 ? '2014-01-01' : `2013-${String(month + 1).padStart(2, '0')}-01`;
    const settled = invoices.filter(({ settledOn }) => settledOn <= today);
    const usual = average(settled.map(delayOf));
    const delays = paymentDelays(asKnownOn(invoices, today), today);
    for (const invoice of invoices) {
      if (invoice.issuedOn < begin || invoice.issuedOn >= end) continue;
      const actual = delayOf(invoice);
      const own = settled
        .filter(({ customerId }) => customerId === invoice.customerId)
        .map(delayOf);
      const delay = delays.of(invoice.customerId, invoice.traits);
      note('the due date', actual);
      note('mean delay of all', actual - usual);
      note("the customer's mean delay", actual - (own.length > 0 ? average(own) : usual));
      note('ours (median)', actual - medianOffset(delay, -30));
      let below = 0;
      for (let offset = -30; offset < actual; offset += 1) below += chanceAt(delay, offset, -30);
      const rank = below + chanceAt(delay, Math.min(actual, latestOffset), -30) / 2;
      for (const percent of [50, 80, 95]) {
        (inside[`inside ${percent} %`] ??= []).push(Math.abs(rank - 0.5) <= percent / 200 ? 1 : 0);
      }
    }
  }
  return {
    ...Object.fromEntries(
      Object.entries(off).map(([name, errors]) => [name, rounded(average(errors), 2)]),
    ),
    ...Object.fromEntries(
      Object.entries(inside).map(([name, hits]) => [name, rounded(average(hits), 3)]),
    ),
    'ours, 90th percentile': percentile(off['ours (median)'] ?? [], 0.9),
  };
}
