import { describe, expect, it } from '@jest/globals';
import { newId } from '@finflow/shared/ids';
import type { InsightFacts, Weeks } from '../src/insights/insight-facts.ts';
import { insightsOf } from '../src/insights/insight-rules.ts';

const customerId = newId();
/** Four weeks alike, and twelve alike before them. */
const weeks = (last4Minor: bigint, before12Minor: bigint): Weeks => [
  ...Array<bigint>(4).fill(last4Minor / 4n),
  ...Array<bigint>(12).fill(before12Minor / 12n),
];
/** A business about which there is nothing to say. */
const quiet: InsightFacts = {
  currency: 'EUR',
  sunday: '2026-07-12',
  cashMinor: 9_000_000n,
  burnMinor: null,
  runwayMonths: null,
  sales: weeks(1_000_000n, 3_000_000n),
  spending: [
    { accountCode: '6000', weeks: weeks(100_000n, 300_000n) },
    { accountCode: '6300', weeks: weeks(50_000n, 150_000n) },
  ],
  late: [],
  salesDays: { now: 30, before: 29 },
  invoicedMinor: 12_000_000n,
  largest: { customerId, invoicedMinor: 2_000_000n },
  uncategorized: { count: 0, amountMinor: 0n },
};
const told = (changes: Partial<InsightFacts>) =>
  insightsOf({ ...quiet, ...changes }).map(({ kind, text }) => `${kind}: ${text}`);

it('says nothing of a quiet week', () => {
  expect(told({})).toEqual([]);
});

describe('a sentence with its numbers', () => {
  it.each<[Partial<InsightFacts>, string]>([
    [
      { cashMinor: 480_000n, burnMinor: 100_000n, runwayMonths: 4.8 },
      'SHORT_RUNWAY: Cash of €4,800.00 lasts about 4.8 months at the €1,000.00 that a month used up lately.',
    ],
    [
      { cashMinor: -480_000n, burnMinor: 100_000n, runwayMonths: 0 },
      'SHORT_RUNWAY: Cash is below zero, at -€4,800.00, and a month used up €1,000.00 lately.',
    ],
    [
      { sales: weeks(700_000n, 3_000_000n) },
      'SALES_CHANGED: Sales before tax of the last four weeks were €7,000.00, 30 % below the €10,000.00 of four usual weeks before.',
    ],
    [
      { spending: [{ accountCode: '6300', weeks: weeks(80_000n, 150_000n) }] },
      'SPENDING_UP: Marketing took €800.00 in the last four weeks, 60 % more than the €500.00 of four usual weeks before.',
    ],
    [
      { late: [{ customerId, count: 2, dueMinor: 50_000n, oldestDueDate: '2026-06-30' }] },
      'LATE_PAYER: One customer owes €500.00 on 2 invoices, the oldest of them 12 days late.',
    ],
    [
      { late: [{ customerId, count: 1, dueMinor: 50_000n, oldestDueDate: '2026-07-05' }] },
      'LATE_PAYER: One customer owes €500.00 on an invoice that is 7 days late.',
    ],
    [
      { salesDays: { now: 44.6, before: 30 } },
      'SLOWER_PAYMENTS: Customers take 45 days to pay, 15 more than a quarter ago: about €4,931.50 of your cash is with them.',
    ],
    [
      { largest: { customerId, invoicedMinor: 4_200_000n } },
      'LARGE_CUSTOMER: One customer made 35 % of what was invoiced in a year, €42,000.00: losing it would hurt.',
    ],
    [
      { uncategorized: { count: 3, amountMinor: 12_300n } },
      'UNCATEGORIZED: 3 expenses of €123.00 in all wait for a category: your profit by category is not whole.',
    ],
  ])('%#', (changes, sentence) => {
    expect(told(changes)).toEqual([sentence]);
  });
});

it.each<[string, Partial<InsightFacts>]>([
  ['cash for half a year', { burnMinor: 1_500_000n, runwayMonths: 6 }],
  ['sales that differ by less than a fifth', { sales: weeks(1_190_000n, 3_000_000n) }],
  ['sales with nothing to compare them with', { sales: weeks(1_190_000n, 0n) }],
  [
    'an account that took less',
    { spending: [{ accountCode: '6300', weeks: weeks(1n, 150_000n) }] },
  ],
  [
    'a rise that is small beside all costs',
    {
      spending: [
        { accountCode: '6000', weeks: weeks(100_000n, 300_000n) },
        { accountCode: '6300', weeks: weeks(2_000n, 1_500n) },
      ],
    },
  ],
  [
    'who is late for some days',
    { late: [{ customerId, count: 1, dueMinor: 1n, oldestDueDate: '2026-07-06' }] },
  ],
  ['customers who take some days longer', { salesDays: { now: 36.9, before: 30 } }],
  ['a customer of less than three tenths', { largest: { customerId, invoicedMinor: 3_590_000n } }],
  ['customers who pay faster', { salesDays: { now: 20, before: 30 } }],
  ['no invoices', { invoicedMinor: 0n, largest: null, salesDays: { now: null, before: null } }],
])('keeps quiet about %s', (_what, changes) => {
  expect(told(changes)).toEqual([]);
});

describe('a change is no news', () => {
  /** A year and a quarter of weeks, the newest first, each by its place. */
  const weeksBy = (amount: (ago: number) => bigint): Weeks =>
    Array.from({ length: 68 }, (_, ago) => amount(ago));

  it('where books began less than sixteen weeks ago', () => {
    expect(told({ sales: weeks(1_600_000n, 3_000_000n).slice(0, 15) })).toEqual([]);
  });

  it('where one bill a month fell into four weeks twice, or not at all', () => {
    const monthly = (first: number) =>
      weeksBy((ago) => ([0, 4, 9, 13].includes(ago + first) ? 900_000n : 0n));
    for (const first of [0, 1, 2, 3, 4]) expect(told({ sales: monthly(first) })).toEqual([]);
  });

  it('where last year’s season did the same', () => {
    const season = (thisYear: bigint) =>
      weeksBy((ago) => (ago < 4 ? thisYear : ago >= 52 && ago < 56 ? 40_000n : 100_000n));
    expect(told({ sales: season(42_000n) })).toEqual([]);
    expect(told({ sales: season(30_000n) })).toEqual([
      'SALES_CHANGED: Sales before tax of the last four weeks were €1,200.00, 70 % below the €4,000.00 of four usual weeks before.',
    ]);
    expect(told({ sales: season(200_000n) })).toHaveLength(1);
  });
});

/** Something to say of most kinds. */
const eventful = {
  cashMinor: 480_000n,
  burnMinor: 100_000n,
  runwayMonths: 4.8,
  sales: weeks(700_000n, 3_000_000n),
  spending: [{ accountCode: '6300', weeks: weeks(80_000n, 150_000n) }],
  late: [{ customerId, count: 2, dueMinor: 900_000n, oldestDueDate: '2026-06-30' }],
  salesDays: { now: 45, before: 30 },
  largest: { customerId, invoicedMinor: 4_200_000n },
  uncategorized: { count: 3, amountMinor: 12_300n },
} satisfies Partial<InsightFacts>;

it.each([
  ['USD', ['US$9,000.00', 'US$4,800.00', 'US$1,000.00', 'US$42,000.00']],
  ['JPY', ['JP¥900,000', 'JP¥480,000', 'JP¥100,000', 'JP¥4,200,000']],
  ['KWD', ['KWD\u00a0900.000', 'KWD\u00a0480.000', 'KWD\u00a0100.000', 'KWD\u00a04,200.000']],
])('counts in the organization’s currency, with its decimals: %s', (currency, amounts) => {
  const texts = told({ ...eventful, currency }).join('\n');
  for (const amount of amounts) expect(texts).toContain(amount);
  expect(texts).not.toContain('€');
});

it('says five things at most, those about most money first', () => {
  const kinds = insightsOf({ ...quiet, ...eventful });
  expect(kinds.map(({ kind }) => kind)).toEqual([
    'LATE_PAYER',
    'SHORT_RUNWAY',
    'SLOWER_PAYMENTS',
    'LARGE_CUSTOMER',
    'SALES_CHANGED',
  ]);
});

it('leads to where its numbers stand: the days, and the customer or the account', () => {
  const evidence = (changes: Partial<InsightFacts>) =>
    insightsOf({ ...quiet, ...changes }).map((insight) => insight.evidence);
  const nobody = { customerId: null, accountCode: null };
  const fourWeeks = { ...nobody, from: '2026-06-15', to: '2026-07-12' };
  const quarter = { ...nobody, from: '2026-04-12', to: '2026-07-12' };
  const year = { ...nobody, from: '2025-07-13', to: '2026-07-12' };
  const { burnMinor, runwayMonths, sales, spending, late, salesDays, largest, uncategorized } =
    eventful;
  expect(evidence({ burnMinor, runwayMonths })).toEqual([quarter]);
  expect(evidence({ sales })).toEqual([fourWeeks]);
  expect(evidence({ spending })).toEqual([{ ...fourWeeks, accountCode: '6300' }]);
  expect(evidence({ late })).toEqual([
    { ...nobody, from: '2026-06-30', to: '2026-07-12', customerId },
  ]);
  expect(evidence({ salesDays })).toEqual([quarter]);
  expect(evidence({ largest })).toEqual([{ ...year, customerId }]);
  expect(evidence({ uncategorized })).toEqual([year]);
});
