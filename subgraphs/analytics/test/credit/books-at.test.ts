import { describe, expect, it } from '@jest/globals';
import { type AccountMonth, booksAt } from '../../src/credit/books-at.ts';

const none = {
  fellDueMinor: 0n,
  lateMinor: 0n,
  overdueMinor: 0n,
  invoicedMinor: 0n,
  largestCustomerMinor: 0n,
};
const types = {
  1: 'ASSET',
  2: 'LIABILITY',
  3: 'EQUITY',
  4: 'INCOME',
  5: 'EXPENSE',
  6: 'EXPENSE',
} as const;

/** Debits are above zero, credits below; first booked on this day of the month. */
const booked = (month: string, lines: Record<string, number>, day = '01'): AccountMonth[] =>
  Object.entries(lines).map(([code, net]) => ({
    code,
    type: types[Number(code[0]) as keyof typeof types],
    month: `${month}-01`,
    firstDay: `${month}-${day}`,
    netMinor: BigInt(net),
  }));

const at = (asOf: string, ...months: AccountMonth[][]) =>
  booksAt(months.flat(), { asOf, ...none }, 'EUR');

describe('the books as of a day', () => {
  const story = [
    booked('2026-01', { 1000: 5000, 3000: -5000 }),
    booked('2026-02', { 1100: 1200, 4000: -1000, 2100: -200 }),
    booked('2026-03', { 1000: 1200, 1100: -1200, 4000: -300, 6000: 300 }),
    booked('2026-04', { 1000: -100, 6100: 100 }),
  ];

  it('hold what was there then, and nothing of later months', () => {
    expect(at('2026-03-31', ...story)).toMatchObject({
      historyMonths: 2,
      cashMinor: 6200n,
      receivableMinor: 0n,
      liabilitiesMinor: 200n,
      retainedMinor: 1000n,
      salesByMonth: [1000n, 300n],
      costsMinor: 300n,
      salesBeforeMinor: null,
    });
  });

  it('count flows of complete months only, but balances up to the day', () => {
    const books = at('2026-04-15', ...story);
    expect(books).toMatchObject({ historyMonths: 2, costsMinor: 300n, cashMinor: 6100n });
    expect(at('2026-04-30', ...story)).toMatchObject({ historyMonths: 3, costsMinor: 400n });
  });

  it('begin with what earned or cost something, not with the first money put in', () => {
    expect(at('2026-01-31', ...story).historyMonths).toBe(0);
    expect(at('2026-02-28', ...story).historyMonths).toBe(1);
  });

  it('leave out a first month in which they began late: its sales are those of a few days', () => {
    const [march, april] = [
      booked('2026-03', { 1000: 70, 4000: -70 }, '24'),
      booked('2026-04', { 1000: 300, 4000: -300 }, '02'),
    ];
    expect(at('2026-03-31', march).historyMonths).toBe(0);
    expect(at('2026-04-30', march, april)).toMatchObject({
      historyMonths: 1,
      salesByMonth: [300n],
      cashMinor: 370n,
    });
  });

  it('count a month that was quiet until its 24th, where they began before it', () => {
    const capital = booked('2026-02', { 1000: 500, 3000: -500 }, '20');
    const march = booked('2026-03', { 1000: 70, 4000: -70 }, '24');
    expect(at('2026-03-31', capital, march)).toMatchObject({
      historyMonths: 1,
      salesByMonth: [70n],
    });
  });

  it('take an overdrawn account for a debt, and tax paid ahead for an asset', () => {
    const books = at(
      '2026-02-28',
      booked('2026-02', { 1000: -700, 1010: 50, 2100: 90, 6000: 560 }),
    );
    expect(books).toMatchObject({
      cashMinor: 50n,
      liabilitiesMinor: 700n,
      otherAssetsMinor: 90n,
    });
  });

  it('compare a year with the one before once there are two', () => {
    const months = Array.from({ length: 24 }, (_, place) => {
      const month = `${2024 + Math.floor(place / 12)}-${String((place % 12) + 1).padStart(2, '0')}`;
      return booked(month, { 4000: place < 12 ? -10 : -20, 1000: 15 });
    });
    const books = at('2025-12-31', ...months);
    expect(books.salesBeforeMinor).toBe(120n);
    expect(books.salesByMonth).toEqual(Array.from({ length: 12 }, () => 20n));
  });
});
