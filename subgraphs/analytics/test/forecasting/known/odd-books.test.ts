import { describe, expect, it } from '@jest/globals';
import { addDays, addMonths } from '@finflow/shared/local-date';
import fc from 'fast-check';
import { forecastSeries, quickMembers } from '../../../src/forecasting/forecast-series.ts';
import { cashOutlook } from '../../../src/forecasting/known/cash-outlook.ts';
import type {
  CashEntryInput,
  CashOutlook,
  CashOutlookInput,
  InvoiceInput,
} from '../../../src/forecasting/known/outlook.ts';
import type { SeriesForecaster } from '../../../src/forecasting/series.ts';
import { intervalPercents } from '../../../src/forecasting/series.ts';

const today = '2024-02-29';
const forecast: SeriesForecaster = (series, horizon) =>
  forecastSeries(series, horizon, quickMembers);

const outlookOf = (books: Partial<CashOutlookInput>): CashOutlook =>
  cashOutlook({
    invoices: [],
    entries: [],
    today,
    openingMinor: 0n,
    grain: 'MONTH',
    horizon: 4,
    forecastRemainder: forecast,
    forecastIssuing: forecast,
    ...books,
  });

const invoice = (id: string, odd: Partial<InvoiceInput>): InvoiceInput => ({
  id,
  customerId: 'acme',
  issuedOn: '2024-01-31',
  dueOn: '2024-03-01',
  amountMinor: 10_000n,
  payments: [],
  ...odd,
});

/** Each of these has been in somebody's books. */
const oddInvoices: Readonly<Record<string, readonly InvoiceInput[]>> = {
  none: [],
  'of nothing': [invoice('nothing', { amountMinor: 0n })],
  overpaid: [invoice('over', { payments: [{ on: '2024-02-20', amountMinor: 25_000n }] })],
  'due before its issue': [invoice('early', { dueOn: '2023-12-31' })],
  'due in a hundred years': [invoice('far', { dueOn: '2124-02-29' })],
  'years overdue': [invoice('old', { issuedOn: '2016-02-29', dueOn: '2016-03-30' })],
  'issued tomorrow': [invoice('tomorrow', { issuedOn: '2024-03-01', dueOn: '2024-03-31' })],
  'paid before its issue': [
    invoice('ahead', { payments: [{ on: '2023-12-24', amountMinor: 10_000n }] }),
  ],
  'as large as it gets': [invoice('large', { amountMinor: 10n ** 15n })],
  'hundreds on one day': Array.from({ length: 300 }, (_, index) =>
    invoice(`many-${String(index)}`, { customerId: `customer ${String(index % 7)}` }),
  ),
};

const entry = (id: string, on: string, amountMinor: bigint): CashEntryInput => ({
  id,
  on,
  amountMinor,
  party: `party ${id.slice(0, 2)}`,
  category: 'Any',
});

const months = Array.from({ length: 30 }, (_, month) => addMonths('2021-10-01', month));

const oddEntries: Readonly<Record<string, readonly CashEntryInput[]>> = {
  none: [],
  'one ever': [entry('e', '2024-02-28', -700n)],
  'of nothing': months.map((on) => entry(`z ${on}`, on, 0n)),
  'at the end of each month': months.map((on) => entry(`m ${on}`, addDays(on, -1), -80_000n)),
  'leap days only': [entry('l1', '2016-02-29', 500n), entry('l2', '2020-02-29', 500n)],
  'as large as it gets': months.map((on, index) =>
    entry(`${String(index)} large`, on, (index % 3 === 0 ? -1n : 1n) * 10n ** 15n),
  ),
  'a huge one today': [
    ...months.map((on, index) => entry(`${String(index)} small`, on, -100n - BigInt(index))),
    entry('huge', today, -(10n ** 12n)),
  ],
};

const anyBooks = fc.record({
  invoices: fc.constantFrom(...Object.keys(oddInvoices)).map((kind) => oddInvoices[kind] ?? []),
  entries: fc.constantFrom(...Object.keys(oddEntries)).map((kind) => oddEntries[kind] ?? []),
  openingMinor: fc.constantFrom(0n, -5n, 10n ** 15n),
  grain: fc.constantFrom('DAY' as const, 'WEEK' as const, 'MONTH' as const),
});

/** What is said of each period, the level without what there was before. */
const figures = ({ periods }: CashOutlook, openingMinor: bigint): bigint[] =>
  periods.flatMap(({ netMinor, intervals, level }) => [
    netMinor,
    level.minor - openingMinor,
    ...intervalPercents.flatMap((percent) => [
      intervals[percent].lowMinor,
      intervals[percent].highMinor,
    ]),
  ]);

describe('odd books', () => {
  it('get an answer, with bounds around it, and the same one again', () => {
    fc.assert(
      fc.property(anyBooks, (books) => {
        const outlook = outlookOf(books);
        expect(outlook.periods.length).toBeGreaterThanOrEqual(4);
        for (const { netMinor, intervals, level } of outlook.periods) {
          for (const percent of intervalPercents) {
            expect(intervals[percent].lowMinor <= netMinor).toBe(true);
            expect(intervals[percent].highMinor >= netMinor).toBe(true);
            expect(level.intervals[percent].lowMinor <= level.minor).toBe(true);
            expect(level.intervals[percent].highMinor >= level.minor).toBe(true);
          }
        }
        expect(outlookOf(books)).toEqual(outlook);
      }),
      { numRuns: 12 },
    );
  });

  it('get an answer in proportion to their unit', () => {
    fc.assert(
      fc.property(anyBooks, (books) => {
        const factor = 1000n;
        const larger = {
          ...books,
          openingMinor: books.openingMinor * factor,
          entries: books.entries.map((one) => ({ ...one, amountMinor: one.amountMinor * factor })),
          invoices: books.invoices.map((one) => ({
            ...one,
            amountMinor: one.amountMinor * factor,
            payments: one.payments.map(({ on, amountMinor }) => ({
              on,
              amountMinor: amountMinor * factor,
            })),
          })),
        };
        const small = figures(outlookOf(books), books.openingMinor).map(Number);
        const large = figures(outlookOf(larger), larger.openingMinor).map(Number);
        const largest = Math.max(1, ...small.map(Math.abs));
        small.forEach((value, index) => {
          const off = Math.abs((large[index] ?? Number.NaN) / Number(factor) - value);
          expect(off).toBeLessThanOrEqual(10 + largest / 500);
        });
      }),
      { numRuns: 8 },
    );
  });

  it('bring in no more than is still open of what was invoiced', () => {
    for (const kind of ['of nothing', 'overpaid', 'issued tomorrow', 'years overdue']) {
      const parts = outlookOf({ invoices: oddInvoices[kind] ?? [] }).parts.filter(
        ({ source }) => source === 'OPEN_INVOICE',
      );
      expect(parts.flatMap(({ amountsMinor }) => amountsMinor).every((one) => one === 0n)).toBe(
        true,
      );
    }
  });

  it('have the bill of each last day on the last day of each month to come', () => {
    const { parts } = outlookOf({ entries: oddEntries['at the end of each month'] ?? [] });
    const recurring = parts.find(({ source }) => source === 'RECURRING');
    expect(recurring?.amountsMinor).toEqual([-80_000n, -80_000n, -80_000n, -80_000n]);
  });
});
