import { openAmount, type Invoice } from './books.ts';
import { dayNumber } from './day-number.ts';
import { chanceAt, latestOffset } from './delay-distribution.ts';
import type { PaymentDelays } from './payment-delays.ts';
import { tilt, type WeekdayFactors } from './weekdays.ts';

/** An amount that arrives once or not at all: the chance of each day after today, which add up to 1 at most. */
export type UncertainReceipt = {
  readonly invoiceId: string;
  readonly customerId: string;
  readonly amount: number;
  readonly chances: Float64Array;
};

/**
 * When the open invoices will be paid, by how late their customers pay, given that they are unpaid at the end of `today`. What
 * is more than a year overdue has no chance: nobody should count on it.
 * @param days how many days after `today` to look at
 */
export function openReceipts(
  invoices: readonly Invoice[],
  delays: PaymentDelays,
  { today, days, weekdays }: { today: number; days: number; weekdays: WeekdayFactors },
): UncertainReceipt[] {
  return invoices
    .filter((invoice) => openAmount(invoice) > 0)
    .map((invoice) => {
      const unpaidFrom = today + 1 - dayNumber(invoice.dueOn);
      const delay = delays.of(invoice.customerId, invoice.traits);
      const whole = new Float64Array(Math.max(days, latestOffset - unpaidFrom + 1));
      for (let day = 0; day < whole.length; day += 1) {
        whole[day] = chanceAt(delay, unpaidFrom + day, unpaidFrom);
      }
      tilt(whole, today + 1, weekdays);
      return {
        invoiceId: invoice.id,
        customerId: invoice.customerId,
        amount: openAmount(invoice),
        chances: whole.slice(0, days),
      };
    });
}
