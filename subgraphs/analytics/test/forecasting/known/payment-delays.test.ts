import { describe, expect, it } from '@jest/globals';
import { addDays } from '@finflow/shared/local-date';
import type { Invoice } from '../../../src/forecasting/known/books.ts';
import {
  chanceAt,
  medianOffset,
  type DelayDistribution,
} from '../../../src/forecasting/known/delay-distribution.ts';
import { paymentDelays } from '../../../src/forecasting/known/payment-delays.ts';
import { invoice } from './support.ts';

const today = '2026-06-10';

/** An invoice every 10 days up to a day, each paid so many days late, give or take two. */
const history = (
  customerId: string,
  late: number,
  count: number,
  until = '2026-04-20',
): Invoice[] =>
  Array.from({ length: count }, (_, index) =>
    invoice(addDays(until, -10 * index), late + (index % 5) - 2, { customerId }),
  );

const chanceBetween = (delay: DelayDistribution, first: number, last: number): number => {
  let sum = 0;
  for (let offset = first; offset <= last; offset += 1) sum += chanceAt(delay, offset, -30);
  return sum;
};

describe('how late a customer pays', () => {
  const others = Array.from({ length: 8 }, (_, index) =>
    history(`other-${String(index)}`, index * 2 - 8, 12),
  ).flat();

  it('is told by its own invoices, when there are many', () => {
    const delays = paymentDelays([...others, ...history('late', 25, 30)], today);
    expect(medianOffset(delays.of('late'))).toBeGreaterThanOrEqual(23);
    expect(chanceBetween(delays.of('late'), 20, 30)).toBeGreaterThan(0.7);
  });

  it('leaves what was assumed beforehand behind after a handful of invoices', () => {
    const seen = (count: number) => {
      const own = history('one', 40, count, '2026-01-20');
      return chanceBetween(paymentDelays(own, today).ofAnybody, 35, 45);
    };
    expect(seen(1)).toBeLessThan(0.3);
    expect(seen(20)).toBeGreaterThan(0.6);
  });

  it('leans on the organization, when there is one', () => {
    const delays = paymentDelays([...others, ...history('new', 25, 1, '2026-03-20')], today);
    const median = medianOffset(delays.of('new'));
    expect(median).toBeGreaterThan(medianOffset(delays.ofAnybody));
    expect(median).toBeLessThan(23);
  });

  it('leans on the organization less, the more its customers differ from each other', () => {
    const newcomer = invoice('2026-03-01', 38, { customerId: 'new' });
    const beside = (lateOf: (customer: number, index: number) => number): number => {
      const own = Array.from({ length: 10 }, (_, customer) =>
        Array.from({ length: 12 }, (__, index) =>
          invoice(addDays('2026-04-20', -10 * index), lateOf(customer, index), {
            customerId: `own-${String(customer)}`,
          }),
        ),
      ).flat();
      return medianOffset(paymentDelays([...own, newcomer], today).of('new'));
    };
    const eachItsOwn = beside((customer, index) => customer * 6 - 20 + (index % 5));
    const allAlike = beside((customer, index) => ((index * 7 + customer * 3) % 10) * 6 - 20);
    expect(eachItsOwn).toBeGreaterThan(allAlike + 15);
  });

  it('is told by what it did lately rather than two years ago', () => {
    const before = history('turned', 0, 24, '2024-06-01');
    const delays = paymentDelays([...others, ...before, ...history('turned', 30, 16)], today);
    expect(medianOffset(delays.of('turned'))).toBeGreaterThan(18);
  });

  it('makes no bad payer of who is three weeks late once', () => {
    const open = invoice('2026-04-20', null, { customerId: 'once' });
    const delays = paymentDelays([...others, open], today);
    const median = medianOffset(delays.of('once'));
    expect(median).toBeGreaterThan(21);
    expect(median).toBeLessThan(42);
  });

  it("is the organization's, of a customer never seen", () => {
    const delays = paymentDelays(others, today);
    expect(delays.of('nobody')).toBe(delays.ofAnybody);
  });

  it('grows with invoices that stay open, before any of them is paid', () => {
    const open = Array.from({ length: 6 }, (_, index) =>
      invoice(addDays('2026-02-01', index * 5), null, { customerId: 'late' }),
    );
    const delays = paymentDelays([...others, ...open], today);
    expect(medianOffset(delays.of('late'))).toBeGreaterThan(medianOffset(delays.ofAnybody) + 5);
  });

  it('counts each part paid by its share', () => {
    const inParts = Array.from({ length: 20 }, (_, index) => {
      const one = invoice(addDays('2026-04-20', -10 * index), null, { customerId: 'parts' });
      const payments = [
        { on: addDays(one.dueOn, 0), amount: 5_000 },
        { on: addDays(one.dueOn, 20), amount: 5_000 },
      ];
      return { ...one, payments };
    });
    const delay = paymentDelays([...others, ...inParts], today).of('parts');
    expect(chanceBetween(delay, -3, 3)).toBeGreaterThan(0.3);
    expect(chanceBetween(delay, 17, 23)).toBeGreaterThan(0.15);
  });

  it('knows nothing of what happened after today', () => {
    const later = history('late', 25, 10, '2026-09-01');
    const delays = paymentDelays([...others, ...later], '2026-05-01');
    const early = paymentDelays(
      [...others, ...later].map((one) => ({
        ...one,
        payments: one.payments.filter(({ on }) => on <= '2026-05-01'),
      })),
      '2026-05-01',
    );
    expect(delays.of('late').chance).toEqual(early.of('late').chance);
  });
});

describe('what marks an invoice', () => {
  it('moves its payment by what it did to the others of the same customers', () => {
    const marked = ['a', 'b', 'c', 'd'].flatMap((customerId, index) =>
      history(customerId, index * 3, 24).map((one, place) => {
        if (place % 2 === 0) return one;
        const payments = one.payments.map(({ on, amount }) => ({ on: addDays(on, 10), amount }));
        return { ...one, payments, traits: ['on paper'] };
      }),
    );
    const delays = paymentDelays(marked, today);
    const moved = medianOffset(delays.of('b', ['on paper'])) - medianOffset(delays.of('b', []));
    expect(moved).toBeGreaterThanOrEqual(4);
    expect(moved).toBeLessThanOrEqual(11);
  });
});

describe('the pace of the last weeks', () => {
  it('shows at once that everybody pays later than they did', () => {
    const usual = ['a', 'b', 'c', 'd', 'e'].flatMap((id) => history(id, 0, 40, '2026-03-20'));
    const slump = ['a', 'b', 'c', 'd', 'e'].flatMap((customerId) =>
      Array.from({ length: 4 }, (_, index) =>
        invoice(addDays('2026-04-01', index * 9), null, { customerId }),
      ),
    );
    const before = paymentDelays(usual, today);
    const after = paymentDelays([...usual, ...slump], today);
    // Of a customer who has just been told to pay, and of one who is not in the slump's books.
    expect(medianOffset(after.of('a'))).toBeGreaterThan(medianOffset(before.of('a')));
    const steady = paymentDelays([...usual, ...slump], today, {
      halfLifeDays: 365,
      customerStrength: 20,
      pace: { windowDays: 42, strength: 1e9, customerStrength: 1e9 },
    });
    expect(medianOffset(after.of('a'))).toBeGreaterThan(medianOffset(steady.of('a')));
  });

  it('is also a customer’s own: who stopped paying slows down more than all together', () => {
    const usual = ['a', 'b', 'c', 'd', 'e'].flatMap((id) => history(id, 0, 40, '2026-03-20'));
    const others = ['b', 'c', 'd', 'e'].flatMap((id) => history(id, 0, 4, '2026-05-01'));
    const stopped = Array.from({ length: 6 }, (_, index) =>
      invoice(addDays('2026-04-01', index * 6), null, { customerId: 'a' }),
    );
    const books = [...usual, ...others, ...stopped];
    const together = paymentDelays(books, today, {
      halfLifeDays: 365,
      customerStrength: 20,
      pace: { windowDays: 42, strength: 20, customerStrength: 1e9 },
    });
    const inTime = ({ of }: typeof together) => chanceBetween(of('a'), -5, 5);
    expect(inTime(paymentDelays(books, today))).toBeLessThan(inTime(together) - 0.05);
  });
});
