import { describe, expect, it } from '@jest/globals';
import { addDays, daysBetween, type LocalDate } from '@finflow/shared/local-date';
import { amount } from '../../src/anomaly/detectors/amount.ts';
import { duplicate } from '../../src/anomaly/detectors/duplicate.ts';
import { frequency } from '../../src/anomaly/detectors/frequency.ts';
import { levelShift } from '../../src/anomaly/detectors/level-shift.ts';
import { newPayee } from '../../src/anomaly/detectors/new-payee.ts';
import { unusualAccount } from '../../src/anomaly/detectors/unusual-account.ts';
import { unusualHour } from '../../src/anomaly/detectors/unusual-hour.ts';
import type { Fact } from '../../src/anomaly/fact.ts';
import type { Detector, Finding } from '../../src/anomaly/finding.ts';
import { createMemory } from '../../src/anomaly/memory.ts';
import { fact, receipt, sameNumbers, usualMonths } from '../support/facts.ts';

/** Payments of other customers, for invoices of their own. */
const sales = Array.from({ length: 24 }, (_, month) =>
  receipt(month * 30 + 9, `c${month % 4}0`, { amountMinor: BigInt(40_000 + month) }),
);

/** Two years, and then the day on which something happens. */
const usual = usualMonths(24, sameNumbers(1));
const today = 24 * 30 + 1;

function ask(detector: Detector, about: Fact, past: readonly Fact[] = usual): Finding | null {
  const memory = createMemory(2_000);
  for (const one of past) memory.add(one);
  return detector(about, memory);
}

const rarity = (...question: Parameters<typeof ask>): number => ask(...question)?.rarity ?? 1;
const reason = (...question: Parameters<typeof ask>): string =>
  ask(...question)?.explain().reason ?? '';

describe('the amount', () => {
  it('is odd when it is ten times the usual of its payee, or a tenth', () => {
    const rent = { accountCode: '6000', text: 'Workshop rent' };
    expect(rarity(amount, fact(today, { ...rent, amountMinor: 1_280_000n }))).toBeLessThan(1e-3);
    expect(rarity(amount, fact(today, { ...rent, amountMinor: 12_800n }))).toBeLessThan(1e-3);
    expect(reason(amount, fact(today, { ...rent, amountMinor: 1_280_000n }))).toBe(
      '“Workshop rent” came to €12,800.00, 10 times what entries with this text usually come to.',
    );
  });

  it('is not odd where amounts are known to vary, nor after a small rise', () => {
    const timber = fact(today, { accountCode: '5000', text: 'Timber', amountMinor: 560_000n });
    const dearer = fact(today, { text: 'Workshop rent', amountMinor: 134_000n });
    expect(rarity(amount, timber)).toBeGreaterThan(0.05);
    expect(rarity(amount, dearer)).toBeGreaterThan(0.05);
  });

  it('finds the payee whatever month or number stands in the text', () => {
    const rent = fact(today, { text: 'WORKSHOP RENT 01/2026 January', amountMinor: 9_000_000n });
    expect(rarity(amount, rent)).toBeLessThan(1e-3);
  });

  it('says nothing with too little to compare, and shows what it compared with', () => {
    expect(ask(amount, fact(today), usual.slice(0, 10))).toBeNull();
    const evidence = ask(amount, fact(today))?.explain().evidence ?? [];
    expect(evidence).toHaveLength(4);
    expect(evidence.slice(1).every(({ record }) => record?.entryId)).toBe(true);
  });
});

describe('a new payee', () => {
  const repair = { text: 'Repair of the planer and dust extraction' };

  it('is odd when it is large for its account', () => {
    const large = fact(today, { ...repair, amountMinor: 874_000n });
    expect(rarity(newPayee, large)).toBeLessThan(1e-3);
    expect(reason(newPayee, large)).toMatch(
      /^“Repair of the planer and dust extraction” is new, and at €8,740\.00 is 1\d times what is usual in account 6900\.$/,
    );
  });

  it('shows what stood in its account last, and leads there', () => {
    const large = fact(today, { ...repair, amountMinor: 874_000n });
    const last = usual.findLast(({ accountCode }) => accountCode === '6900');
    const evidence = ask(newPayee, large)?.explain().evidence ?? [];
    expect(evidence.at(-1)?.record?.entryId).toBe(last?.id);
    expect(evidence).toHaveLength(5);
  });

  it('is not odd when it is small or ordinary', () => {
    expect(rarity(newPayee, fact(today, { ...repair, amountMinor: 5_000n }))).toBeGreaterThan(0.5);
    expect(rarity(newPayee, fact(today, { ...repair, amountMinor: 80_000n }))).toBeGreaterThan(
      0.05,
    );
    expect(ask(newPayee, fact(today))).toBeNull(); // Known for long.
  });
});

describe('a duplicate', () => {
  const rent = { accountCode: '6000', text: 'Workshop rent', amountMinor: 128_000n };

  it('is odd for what never repeated', () => {
    const last = usual.findLast(({ text }) => text === 'Workshop rent');
    const again = fact((last?.day ?? 0) - 19_723 + 2, rent);
    expect(rarity(duplicate, again)).toBeLessThan(5e-3);
    expect(reason(duplicate, again)).toBe(
      '“Workshop rent” of €1,280.00 looks like one that was there 2 days before.',
    );
    expect(ask(duplicate, again)?.explain().evidence[0]?.record?.entryId).toBe(last?.id);
  });

  it('is nothing special for what repeats each day', () => {
    const tickets = Array.from({ length: 60 }, (_, day) =>
      fact(day, { text: 'Bus ticket', amountMinor: 320n }),
    );
    const next = fact(60, { text: 'Bus ticket', amountMinor: 320n });
    expect(rarity(duplicate, next, tickets)).toBeGreaterThan(0.5);
  });

  it('is none a month later, of another amount, or of what was taken back', () => {
    expect(rarity(duplicate, fact(today + 8, rent))).toBe(1);
    const [threeDays, fourDays] = [3, 4].map((days) => fact(today + days, rent));
    const paid = [...usual, fact(today, rent)];
    expect(threeDays && rarity(duplicate, threeDays, paid)).toBeLessThan(5e-3);
    expect(fourDays && rarity(duplicate, fourDays, paid)).toBe(1);
    const wrong = fact(today, { ...rent, withdrawnAtMs: Date.parse('2025-12-22T09:00:00Z') });
    expect(rarity(duplicate, fact(today + 1, rent), [...usual, wrong])).toBe(1);
    const tooLate = fact(today, { ...rent, withdrawnAtMs: Date.parse('2025-12-24T09:00:00Z') });
    expect(rarity(duplicate, fact(today + 1, rent), [...usual, tooLate])).toBeLessThan(5e-3);
    expect(rarity(duplicate, fact(today + 1, { ...rent, amountMinor: 1n }))).toBe(1);
  });

  it('is a payment that makes more of an invoice than it came to, and no second half', () => {
    const of = (day: number, amountMinor: bigint) =>
      receipt(day, 'c1', { amountMinor, invoiceId: 'i1', invoiceTotalMinor: 20_000n });
    const before = [of(0, 10_000n)];
    expect(rarity(duplicate, of(1, 10_000n), before)).toBe(1);
    expect(rarity(duplicate, of(9, 15_000n), before)).toBeLessThan(5e-3);
    expect(reason(duplicate, of(9, 15_000n), before)).toContain('paid more than once');
  });

  it('is no payment of another invoice: two of one amount are asked for, and paid on one day', () => {
    const of = (invoiceId: string | null) =>
      receipt(today, 'c1', { amountMinor: 20_000n, invoiceId, invoiceTotalMinor: 20_000n });
    expect(rarity(duplicate, of('i2'), [...sales, of('i1')])).toBe(1);
    const unknown = { amountMinor: 20_000n, invoiceTotalMinor: null };
    const again = receipt(today, 'c1', { ...unknown, invoiceId: 'i2' });
    expect(rarity(duplicate, again, [...sales, of('i1')])).toBeLessThan(5e-3);
  });

  it('is not worth a look where it is small against the house, nor told of in new books', () => {
    const coffee = fact(today, { text: 'Coffee', amountMinor: 350n });
    const paper = fact(today, { text: 'Paper', amountMinor: 3_500n });
    const twice = (one: Fact, past: readonly Fact[]) =>
      rarity(duplicate, fact(today, { text: one.text, amountMinor: one.amountMinor }), [
        ...past,
        one,
      ]);
    expect(twice(coffee, usual)).toBe(1);
    expect(twice(paper, usual)).toBeLessThan(5e-3);
    expect(twice(paper, usual.slice(0, 18))).toBe(1);
    expect(twice(paper, usual.slice(0, 19))).toBeLessThan(5e-3);
  });
});

describe('the frequency', () => {
  it('is odd when what never came comes twice in a week', () => {
    const refund = (day: number) =>
      fact(day, { source: 'REFUND', text: '', accountCode: '', customerId: `c${day}` });
    const twice = refund(today + 1);
    expect(rarity(frequency, twice, [...usual, refund(today)])).toBeLessThan(0.02);
    expect(reason(frequency, twice, [...usual, refund(today)])).toBe(
      '2 refunds within seven days, and none in all the time before.',
    );
    expect(ask(frequency, refund(today))).toBeNull(); // One alone says nothing.
    const customer = { customerId: 'c1', amountMinor: 7n };
    const orders = [0, 30, 60, 90, 120, 150, 180].map((day) => receipt(day, 'c1', customer));
    expect(ask(frequency, receipt(181, 'c1'), orders)?.explain().reason).not.toContain('usually');
  });

  it('says nothing of too soon before five times lay between', () => {
    const bills = (count: number) =>
      Array.from({ length: count }, (_, index) => fact(index * 8, { text: 'Window cleaner' }));
    const soon = (count: number) =>
      ask(frequency, fact(count * 8 - 7, { text: 'Window cleaner' }), bills(count));
    expect(soon(5)).toBeNull();
    expect(soon(6)?.explain().reason).toContain('usually 8 days lie between');
  });

  it('shows what the others came to', () => {
    const refund = (day: number) =>
      fact(day, { source: 'REFUND', text: '', accountCode: '', amountMinor: 4_200n });
    const evidence = ask(frequency, refund(today), [...usual, refund(today)])?.explain().evidence;
    expect(evidence).toMatchObject([{ label: 'On 22 Dec 2025', value: '€42.00' }]);
  });

  it('is not odd of a party that is new: what begins, comes more than once', () => {
    const order = (day: number) => receipt(day, 'c1', { amountMinor: BigInt(10_000 + day) });
    expect(ask(frequency, order(today), [...usual, order(today)])).toBeNull();
    expect(
      ask(frequency, order(today + 20), [...usual, ...[0, 18].map((day) => order(today + day))]),
    ).toBeNull();
    const known = [0, 90, 180, 270, 361].map(order);
    expect(reason(frequency, order(362), known)).toBe(
      '2 payments of this customer within seven days; before that there were 4 in 52 weeks.',
    );
  });

  it('is not odd of an invoice that is paid in parts', () => {
    const part = (day: number, invoiceId: string) => receipt(day, 'c1', { invoiceId });
    const known = [0, 90, 180, 270].map((day) => part(day, `i${day}`));
    expect(ask(frequency, part(361, 'i'), [...known, part(360, 'i')])).toBeNull();
    expect(rarity(frequency, part(361, 'i'), [...known, part(360, 'other')])).toBeLessThan(0.1);
  });

  it('says in plain words how soon it came', () => {
    const wages = (day: number) => fact(day, { accountCode: '6100', text: 'Wages' });
    const past = [...usual, wages(today)];
    expect(reason(frequency, wages(today), past)).toBe(
      '“Wages” came on the same day as the last one; usually 30 days lie between.',
    );
    expect(reason(frequency, wages(today + 1), past)).toContain('came one day after the last one');
  });

  it('is odd when something monthly comes again after days', () => {
    const soon = fact(today + 2, { accountCode: '6100', text: 'Wages', amountMinor: 500_000n });
    const past = [...usual, fact(today, { accountCode: '6100', text: 'Wages' })];
    expect(rarity(frequency, soon, past)).toBeLessThan(0.02);
    expect(rarity(frequency, fact(today + 23, { text: 'Wages' }), past)).toBeGreaterThan(0.1);
  });

  it('is not odd where things come in no rhythm', () => {
    const random = sameNumbers(7);
    let day = 0;
    const past = Array.from({ length: 60 }, () => {
      day += Math.round(-6 * Math.log(1 - random()));
      return fact(day, { text: 'Hardware shop', amountMinor: BigInt(day + 1) });
    });
    const rarities = past.map((next, place) => rarity(frequency, next, past.slice(0, place)));
    expect(rarities.filter((one) => one <= 0.05).length).toBeLessThanOrEqual(3);
  });
});

describe('the account', () => {
  it('is odd where the payee never stood, and names where it stood', () => {
    const slip = fact(today, { accountCode: '6300', text: 'Workshop rent', amountMinor: 128_000n });
    expect(rarity(unusualAccount, slip)).toBeLessThan(5e-3);
    expect(reason(unusualAccount, slip)).toBe(
      '“Workshop rent” stands on account 6300; 24 of the last 24 like it stood on 6000.',
    );
  });

  it('is not odd where the payee usually stands, nor where it waits for a category', () => {
    expect(rarity(unusualAccount, fact(today))).toBe(1);
    expect(ask(unusualAccount, fact(today, { accountCode: '6999' }))).toBeNull();
  });
});

describe('the hour', () => {
  const at = (day: number, hour: number) =>
    fact(day, { hasHour: true, atMs: Date.UTC(2024, 0, 1 + day, hour, 20) });
  const office = Array.from({ length: 300 }, (_, day) => at(day, 8 + (day % 9)));

  it('is odd at night for who works by day, and not an hour after closing', () => {
    expect(rarity(unusualHour, at(301, 3), office)).toBeLessThan(2e-3);
    expect(rarity(unusualHour, at(301, 17), office)).toBeGreaterThan(0.01);
    expect(rarity(unusualHour, at(301, 12), office)).toBeGreaterThan(0.5);
  });

  it('sees midnight as the neighbour of eleven', () => {
    const late = Array.from({ length: 300 }, (_, day) => at(day, day % 2 === 0 ? 22 : 23));
    expect(rarity(unusualHour, at(301, 0), late)).toBeGreaterThan(0.05);
  });

  it('counts a day’s burst once: a night of bookkeeping makes no habit', () => {
    const burst = Array.from({ length: 200 }, () => at(300, 3));
    expect(rarity(unusualHour, at(302, 3), [...office, ...burst])).toBeLessThan(0.01);
  });

  describe('by the clocks of Berlin', () => {
    const bookedAt = (instant: string) => {
      const about = { hasHour: true, atMs: Date.parse(instant), timeZone: 'Europe/Berlin' };
      return fact(daysBetween('2024-01-01', instant.slice(0, 10)), about);
    };
    /** Each day of a year at 9:20, which in UTC is 8:20 in winter and 7:20 in summer. */
    const year = Array.from({ length: 366 }, (_, day) => addDays('2024-01-01', day)).map((date) =>
      bookedAt(`${date}T${isSummer(date) ? '07' : '08'}:20:00Z`),
    );
    const mostOften = (about: Fact) => ask(unusualHour, about, year)?.explain().evidence[1]?.value;

    it('is the same habit in summer and in winter', () => {
      const summer = bookedAt('2025-07-01T07:20:00Z');
      expect(mostOften(summer)).toBe('09:00 to 10:00, on 366 days');
      expect(rarity(unusualHour, summer, year)).toBeCloseTo(1, 6);
      expect(rarity(unusualHour, bookedAt('2025-01-01T08:20:00Z'), year)).toBeCloseTo(1, 6);
      expect(rarity(unusualHour, bookedAt('2025-07-01T08:20:00Z'), year)).toBeLessThan(0.6);
    });

    it('is said as people there read it', () => {
      expect(reason(unusualHour, bookedAt('2025-07-01T23:20:00Z'), year)).toMatch(
        / came between 01:00 and 02:00 \(Europe\/Berlin\), when entries hardly ever come\.$/,
      );
    });

    it('counts the hour that autumn has twice once a day, and the days of the place', () => {
      const twice = ['2025-10-26T00:30:00Z', '2025-10-26T01:30:00Z'].map(bookedAt);
      const evidence = (past: readonly Fact[]) =>
        ask(unusualHour, bookedAt('2025-10-27T01:30:00Z'), past)?.explain().evidence[0]?.value;
      expect(evidence([...year, ...twice])).toBe('on 1 days');
      const nightly = ['2025-10-27T22:10:00Z', '2025-10-28T01:10:00Z'].map(bookedAt);
      expect(evidence([...year, ...nightly])).toBe('on 1 days');
    });
  });

  it('says nothing without a habit, or where the time is nobody’s', () => {
    expect(ask(unusualHour, at(10, 3), office.slice(0, 40))).toBeNull();
    expect(ask(unusualHour, fact(301), office)).toBeNull();
  });
});

describe('the level', () => {
  it('is odd when four weeks come to much more than four weeks do', () => {
    const more = [5, 9, 12, 17, 23].map((day) =>
      fact(today - 28 + day, { text: `Supplier ${'abcde'[day % 5] ?? ''}`, amountMinor: 900_000n }),
    );
    const last = fact(today, { text: 'Another supplier', amountMinor: 900_000n });
    const past = [...usual, ...more].toSorted((a, b) => a.atMs - b.atMs);
    expect(rarity(levelShift, last, past)).toBeLessThan(5e-3);
    expect(rarity(levelShift, fact(today), usual)).toBeGreaterThan(0.1);
    const said = ask(levelShift, last, past)?.explain();
    expect(said?.reason).toMatch(
      /^Spending of the last four weeks, without its largest day, came to €55,520\.28, 9\.8 times the usual €5,688\.95\.$/,
    );
    expect(said?.evidence.map(({ label }) => label)).toEqual([
      'Last four weeks, without the largest day',
      'The largest day',
      'Middle of 24 times four weeks before, each without its largest day',
    ]);
  });

  it('has no level where four weeks mostly hold one entry, or none', () => {
    const every = (days: number) =>
      Array.from({ length: 24 }, (_, index) =>
        fact(index * days, { text: 'Hull paint', amountMinor: 500_000n }),
      );
    for (const past of [every(30), every(75)]) {
      const [before, last] = [24 * 75 - 3, 24 * 75].map((day) =>
        fact(day, { text: 'Hull paint', amountMinor: 500_000n }),
      );
      if (!before || !last) throw new Error('Two days give two facts');
      expect(ask(levelShift, last, [...past, before])).toBeNull();
    }
  });
});

/** The clocks of Berlin were an hour ahead from the last Sunday of March to the last one of October 2024. */
function isSummer(date: LocalDate): boolean {
  return date >= '2024-03-31' && date < '2024-10-27';
}
