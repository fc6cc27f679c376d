import { chanceAt, earliestOffset } from './delay-distribution.ts';
import { volume, type Issuing } from './issuing.ts';
import type { PaymentDelays } from './payment-delays.ts';
import { tilt, type WeekdayFactors } from './weekdays.ts';

/** What invoices that are not issued yet will bring on each day after today, on average. */
export type ExpectedReceipts = { readonly customerId: string; readonly expected: Float64Array };

/**
 * The issuing forecast convolved with each customer's delay: an invoice issued on a day is paid its terms and its delay
 * later, never before its issue. Levels stay for a month, so what begins with each of their steps is added up, not what each day brings.
 * @param levels for each day after today, what will be invoiced over what `issuing` says: 1 is "as before"
 */
export function futureReceipts(
  issuing: readonly Issuing[],
  delays: PaymentDelays,
  { today, levels, weekdays }: { today: number; levels: Float64Array; weekdays: WeekdayFactors },
): ExpectedReceipts[] {
  const steps = stepsOf(levels);
  return issuing.map((one) => {
    const expected = new Float64Array(levels.length);
    const daily = volume(one);
    const paid = paidWithin(one, delays, levels.length);
    for (const { first, by } of steps) {
      for (let day = first; day < levels.length; day += 1)
        expected[day] = (expected[day] ?? 0) + daily * by * (paid[day - first] ?? 0);
    }
    tilt(expected, today + 1, weekdays);
    return { customerId: one.customerId, expected };
  });
}

/** The days on which the level changes, and by how much; before the first day it is 0. */
const stepsOf = (levels: Float64Array): { readonly first: number; readonly by: number }[] =>
  [...levels].flatMap((level, first) => {
    const by = level - (levels[first - 1] ?? 0);
    return by === 0 ? [] : [{ first, by }];
  });

/** Chances of being paid at most 0, 1, 2, ... days after issue. */
function paidWithin(
  { customerId, terms, traits }: Issuing,
  delays: PaymentDelays,
  days: number,
): Float64Array {
  const delay = delays.of(customerId, traits);
  const first = Math.max(earliestOffset, -terms);
  let paid = 0;
  return new Float64Array(days).map((_, wait) => (paid += chanceAt(delay, wait - terms, first)));
}
