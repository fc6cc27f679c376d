import { describe, expect, it } from '@jest/globals';
import { addDays, addMonths } from '@finflow/shared/local-date';
import fc from 'fast-check';
import { cashOutlook } from '../../../src/forecasting/known/cash-outlook.ts';
import type {
  CashEntryInput,
  CashOutlook,
  CashOutlookInput,
  InvoiceInput,
} from '../../../src/forecasting/known/outlook.ts';
import { intervalPercents } from '../../../src/forecasting/series.ts';
import { meanForecast } from './support.ts';

const today = '2026-06-10';

function invoiceOf(id: string, issuedOn: string, paidAfter: number | null): InvoiceInput {
  const amountMinor = 10_000n;
  const payments = paidAfter === null ? [] : [{ on: addDays(issuedOn, paidAfter), amountMinor }];
  return { id, customerId: 'acme', issuedOn, dueOn: addDays(issuedOn, 30), amountMinor, payments };
}

const rent = (month: number): CashEntryInput => ({
  id: `rent-${String(month)}`,
  on: addMonths('2025-01-01', month),
  amountMinor: -80_000n,
  party: 'landlord',
  category: 'Rent',
});

const outlookOf = (overrides: Partial<CashOutlookInput>): CashOutlook =>
  cashOutlook({
    invoices: [],
    entries: [],
    today,
    openingMinor: 0n,
    grain: 'MONTH',
    horizon: 3,
    forecastRemainder: meanForecast,
    forecastIssuing: meanForecast,
    ...overrides,
  });

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((a, b) => a + b, 0n);
const partOf = (outlook: CashOutlook, source: string): readonly bigint[] =>
  outlook.parts.find((part) => part.source === source)?.amountsMinor ?? [];

describe('the periods ahead', () => {
  it('begin with what is left of the current one', () => {
    expect(outlookOf({}).periods.map(({ from, to }) => `${from} ${to}`)).toEqual([
      '2026-06-11 2026-06-30',
      '2026-07-01 2026-07-31',
      '2026-08-01 2026-08-31',
      '2026-09-01 2026-09-30',
    ]);
  });

  it('are whole ones only, on the last day of one', () => {
    const weeks = outlookOf({ today: '2026-06-14', grain: 'WEEK', horizon: 2 }).periods;
    expect(weeks.map(({ from, to }) => `${from} ${to}`)).toEqual([
      '2026-06-15 2026-06-21',
      '2026-06-22 2026-06-28',
    ]);
  });
});

describe('the rest of the cash, by days', () => {
  const entries = Array.from({ length: 90 }, (_, index) => ({
    id: `spent-${String(index)}`,
    on: addDays(today, index - 90),
    amountMinor: -BigInt(1_000 + ((index * 37) % 500)),
    party: 'shop',
    category: '6000',
  }));
  const bill = { id: 'bill', on: today, amountMinor: -90_000n, party: 'garage', category: '6200' };

  it('is forecast from days that are over: a bill of today changes no day to come', () => {
    const before = outlookOf({ entries, grain: 'DAY', horizon: 5 });
    const after = outlookOf({ entries: [...entries, bill], grain: 'DAY', horizon: 5 });
    expect(before.remainder).not.toBeNull();
    expect(after.periods).toEqual(before.periods);
  });

  it('knows as much of the cash at the end of tomorrow as of tomorrow', () => {
    const [tomorrow] = outlookOf({
      entries,
      grain: 'DAY',
      horizon: 5,
      openingMinor: 700_000n,
    }).periods;
    const width = ({ lowMinor, highMinor }: { lowMinor: bigint; highMinor: bigint }) =>
      Number(highMinor - lowMinor);
    const flow = width(tomorrow?.intervals[80] ?? { lowMinor: 0n, highMinor: 0n });
    const level = width(tomorrow?.level.intervals[80] ?? { lowMinor: 0n, highMinor: 0n });
    expect(level).toBeGreaterThan(0.7 * flow);
    expect(level).toBeLessThan(1.3 * flow);
  });
});

describe('an organization without any books', () => {
  it('keeps the cash it has, with nothing to add', () => {
    const outlook = outlookOf({ openingMinor: 500n });
    expect(outlook.parts).toEqual([]);
    expect(outlook.remainder).toBeNull();
    for (const period of outlook.periods) {
      expect(period.netMinor).toBe(0n);
      expect(period.level.minor).toBe(500n);
      expect(period.level.intervals[95]).toEqual({ lowMinor: 500n, highMinor: 500n });
    }
  });
});

describe('open invoices', () => {
  const punctual = Array.from({ length: 40 }, (_, index) =>
    invoiceOf(
      `paid-${String(index)}`,
      addDays('2025-03-01', index * 11 - ((index * index) % 5)),
      30,
    ),
  );

  it('are expected when their customer usually pays', () => {
    const open = invoiceOf('open', '2026-06-05', null); // Due on 2026-07-05.
    const outlook = outlookOf({ invoices: [...punctual, open] });
    const [june = 0n, july = 0n] = partOf(outlook, 'OPEN_INVOICE');
    expect(july).toBeGreaterThan(8_000n);
    expect(june).toBeLessThan(1_000n);
  });

  it('are never expected to bring more than is open', () => {
    const part = { ...invoiceOf('part', '2026-06-05', null) };
    const invoices = [{ ...part, payments: [{ on: '2026-06-08', amountMinor: 7_000n }] }];
    expect(sum(partOf(outlookOf({ invoices, horizon: 12 }), 'OPEN_INVOICE'))).toBeLessThanOrEqual(
      3_000n,
    );
  });

  it('are still expected, in part, when all of them are overdue', () => {
    const invoices = [10, 50, 100].map((days) =>
      invoiceOf(`overdue-${String(days)}`, addDays(today, -30 - days), null),
    );
    const expected = sum(partOf(outlookOf({ invoices, horizon: 6 }), 'OPEN_INVOICE'));
    expect(expected).toBeGreaterThan(3_000n);
    expect(expected).toBeLessThan(30_000n);
  });

  it('have an interval that knows an invoice is paid whole or not at all', () => {
    const open = invoiceOf('open', '2026-06-05', null);
    const [, july] = outlookOf({ invoices: [...punctual.slice(0, 2), open] }).periods;
    expect(july?.intervals[95].highMinor).toBeGreaterThanOrEqual(10_000n);
  });

  it('that come every month are counted as open or as recurring, never as both', () => {
    const monthly = Array.from({ length: 12 }, (_, index) =>
      invoiceOf(
        `subscription-${String(index)}`,
        addMonths('2025-07-01', index),
        index < 11 ? 30 : null,
      ),
    );
    const outlook = outlookOf({ invoices: monthly, horizon: 6 });
    // June's is open; July's to November's come, of which the last are paid after the horizon's end.
    const total = sum(outlook.parts.flatMap(({ amountsMinor }) => amountsMinor));
    expect(sum(partOf(outlook, 'OPEN_INVOICE'))).toBeGreaterThan(9_000n);
    expect(sum(partOf(outlook, 'RECURRING'))).toBeGreaterThan(38_000n);
    expect(partOf(outlook, 'FUTURE_INVOICES')).toEqual([]);
    expect(total).toBeLessThanOrEqual(70_000n);
  });
});

describe('the rest of the cash', () => {
  const months = Array.from({ length: 17 }, (_, month) => month);
  const rents = months.map((month) => rent(month + 1)).filter(({ on }) => on <= today);
  const fuel = months.map(
    (month): CashEntryInput => ({
      id: `fuel-${String(month)}`,
      on: addDays(addMonths('2025-01-01', month), 3 + ((month * 7) % 20)),
      amountMinor: -1_000n * BigInt(1 + ((month * 5) % 7)),
      party: `station ${String(month % 4)}`,
      category: 'Fuel',
    }),
  );

  it('counts a recurring bill once, on its day', () => {
    const outlook = outlookOf({ entries: rents });
    expect(partOf(outlook, 'RECURRING')).toEqual([0n, -80_000n, -80_000n, -80_000n]);
    expect(sum(partOf(outlook, 'REMAINDER'))).toBe(0n);
  });

  it('forecasts what is neither by its history, by category', () => {
    const outlook = outlookOf({ entries: [...rents, ...fuel] });
    const [june = 0n, july = 0n] = partOf(outlook, 'REMAINDER');
    expect(july).toBeLessThan(-2_000n);
    expect(june).toBe((july * 2n) / 3n + (((july * 2n) % 3n) * 2n) / 3n);
    expect(outlook.parts.find(({ source }) => source === 'REMAINDER')?.category).toBe('Fuel');
  });

  it('takes what is scheduled as it is', () => {
    const scheduled = [{ on: '2026-07-15', amountMinor: -12_345n, category: 'Tax' }];
    const outlook = outlookOf({ scheduled });
    expect(partOf(outlook, 'SCHEDULED')).toEqual([0n, -12_345n, 0n, 0n]);
    expect(outlook.periods[1]).toMatchObject({ netMinor: -12_345n, knownMinor: -12_345n });
  });
});

describe('any books', () => {
  const day = fc.integer({ min: 1, max: 500 }).map((back) => addDays(today, -back));
  const amountMinor = fc.bigInt({ min: 1n, max: 10n ** 12n });
  const customerId = fc.constantFrom('a', 'b', 'c');
  const invoices = fc
    .array(fc.record({ customerId, issuedOn: day, amountMinor, paid: fc.option(fc.nat(120)) }), {
      maxLength: 25,
      size: 'max',
    })
    .map((rows) =>
      rows.map(({ paid, ...row }, index): InvoiceInput => {
        const payments =
          paid === null ? [] : [{ on: addDays(row.issuedOn, paid), amountMinor: row.amountMinor }];
        return { ...row, id: `i${String(index)}`, dueOn: addDays(row.issuedOn, 14), payments };
      }),
    );
  const entries = fc
    .array(fc.record({ on: day, amountMinor: fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }) }), {
      maxLength: 25,
      size: 'max',
    })
    .map((rows) =>
      rows.map(
        (row, index): CashEntryInput => ({
          ...row,
          id: `e${String(index)}`,
          party: 'p',
          category: `c${String(index % 3)}`,
        }),
      ),
    );
  const grain = fc.constantFrom('DAY' as const, 'WEEK' as const, 'MONTH' as const);
  const books = fc.record({ invoices, entries, grain, horizon: fc.integer({ min: 1, max: 14 }) });

  it('have parts that add up to the net cash, and levels that add up to it', () => {
    fc.assert(
      fc.property(books, (input) => {
        const outlook = outlookOf({ ...input, openingMinor: 777n });
        let level = 777n;
        outlook.periods.forEach((period, index) => {
          expect(sum(outlook.parts.map((part) => part.amountsMinor[index] ?? 0n))).toBe(
            period.netMinor,
          );
          expect(period.knownMinor + period.expectedMinor).toBe(period.netMinor);
          level += period.netMinor;
          expect(period.level.minor).toBe(level);
        });
      }),
      { numRuns: 20 },
    );
  });

  it('have intervals that hold the forecast and each other', () => {
    fc.assert(
      fc.property(books, (input) => {
        for (const { netMinor, intervals, level } of outlookOf(input).periods) {
          for (const [centre, bands] of [
            [netMinor, intervals],
            [level.minor, level.intervals],
          ] as const) {
            const lows = intervalPercents.map((percent) => bands[percent].lowMinor);
            const highs = intervalPercents.map((percent) => bands[percent].highMinor);
            const inOrder = [...lows.toReversed(), centre, ...highs];
            expect(inOrder.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))).toEqual(inOrder);
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it('give the same forecast in any order', () => {
    fc.assert(
      fc.property(books, (input) => {
        const turned = {
          ...input,
          invoices: input.invoices.toReversed(),
          entries: input.entries.toReversed(),
        };
        expect(outlookOf(turned)).toEqual(outlookOf(input));
      }),
      { numRuns: 10 },
    );
  });

  it('give a forecast that what comes later does not change', () => {
    fc.assert(
      fc.property(books, (input) => {
        const later = [
          ...input.invoices.map((one) => ({
            ...one,
            payments: one.payments.filter(({ on }) => on <= today),
          })),
          invoiceOf('tomorrow', addDays(today, 1), 3),
        ];
        expect(outlookOf({ ...input, invoices: later })).toEqual(outlookOf(input));
      }),
      { numRuns: 10 },
    );
  });
});
