import { describe, expect, it } from '@jest/globals';
import { newId } from '@finflow/shared/ids';
import type { InsightFacts } from '../src/insights/insight-facts.ts';
import { insightsOf } from '../src/insights/insight-rules.ts';

const customerId = newId();
/** A business about which there is nothing to say. */
const quiet: InsightFacts = {
  currency: 'EUR',
  sunday: '2026-07-12',
  cashMinor: 9_000_000n,
  burnMinor: null,
  runwayMonths: null,
  sales: { last4Minor: 1_000_000n, before12Minor: 3_000_000n },
  spending: [
    { accountCode: '6000', last4Minor: 100_000n, before12Minor: 300_000n },
    { accountCode: '6300', last4Minor: 50_000n, before12Minor: 150_000n },
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
      { sales: { last4Minor: 700_000n, before12Minor: 3_000_000n } },
      'SALES_CHANGED: Sales before tax of the last four weeks were €7,000.00, 30 % below the €10,000.00 of four usual weeks before.',
    ],
    [
      { spending: [{ accountCode: '6300', last4Minor: 80_000n, before12Minor: 150_000n }] },
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
  [
    'sales that differ by less than a fifth',
    { sales: { last4Minor: 1_190_000n, before12Minor: 3_000_000n } },
  ],
  [
    'sales with nothing to compare them with',
    { sales: { last4Minor: 1_190_000n, before12Minor: 0n } },
  ],
  [
    'an account that took less',
    { spending: [{ accountCode: '6300', last4Minor: 1n, before12Minor: 150_000n }] },
  ],
  [
    'a rise that is small beside all costs',
    {
      spending: [
        { accountCode: '6000', last4Minor: 100_000n, before12Minor: 300_000n },
        { accountCode: '6300', last4Minor: 2_000n, before12Minor: 1_500n },
      ],
    },
  ],
  [
    'who is late for some days',
    { late: [{ customerId, count: 1, dueMinor: 1n, oldestDueDate: '2026-07-06' }] },
  ],
  ['customers who pay faster', { salesDays: { now: 20, before: 30 } }],
  ['no invoices', { invoicedMinor: 0n, largest: null, salesDays: { now: null, before: null } }],
])('keeps quiet about %s', (_what, changes) => {
  expect(told(changes)).toEqual([]);
});

/** Something to say of most kinds. */
const eventful: Partial<InsightFacts> = {
  cashMinor: 480_000n,
  burnMinor: 100_000n,
  runwayMonths: 4.8,
  sales: { last4Minor: 700_000n, before12Minor: 3_000_000n },
  spending: [{ accountCode: '6300', last4Minor: 80_000n, before12Minor: 150_000n }],
  late: [{ customerId, count: 2, dueMinor: 900_000n, oldestDueDate: '2026-06-30' }],
  salesDays: { now: 45, before: 30 },
  largest: { customerId, invoicedMinor: 4_200_000n },
  uncategorized: { count: 3, amountMinor: 12_300n },
};

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
