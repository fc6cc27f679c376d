import { chanceAt, earliestOffset, latestOffset } from './delay-distribution.ts';
import { volume, type Issuing } from './issuing.ts';
import type { PaymentDelays } from './payment-delays.ts';
import { tilt, type WeekdayFactors } from './weekdays.ts';

/** What invoices that are not issued yet will bring on each day after today, on average. */
export type ExpectedReceipts = { readonly customerId: string; readonly expected: Float64Array };

const leastChance = 1e-6;

/**
 * The issuing forecast convolved with each customer's delay: an invoice issued on a day is paid its terms and its delay
 * later, never before its issue.
 * @param levels for each day after today, what will be invoiced over what `issuing` says: 1 is "as before"
 */
export function futureReceipts(
  issuing: readonly Issuing[],
  delays: PaymentDelays,
  { today, levels, weekdays }: { today: number; levels: Float64Array; weekdays: WeekdayFactors },
): ExpectedReceipts[] {
  return issuing.map((one) => {
    const expected = new Float64Array(levels.length);
    const daily = volume(one);
    sinceIssue(one, delays).forEach((chance, wait) => {
      if (chance < leastChance) return;
      for (let day = wait; day < levels.length; day += 1) {
        expected[day] = (expected[day] ?? 0) + daily * chance * (levels[day - wait] ?? 0);
      }
    });
    tilt(expected, today + 1, weekdays);
    return { customerId: one.customerId, expected };
  });
}

/** Chances of payment 0, 1, 2, ... days after issue. */
function sinceIssue({ customerId, terms, traits }: Issuing, delays: PaymentDelays): Float64Array {
  const delay = delays.of(customerId, traits);
  const first = Math.max(earliestOffset, -terms);
  return Float64Array.from({ length: latestOffset + terms + 1 }, (_, wait) =>
    chanceAt(delay, wait - terms, first),
  );
}
