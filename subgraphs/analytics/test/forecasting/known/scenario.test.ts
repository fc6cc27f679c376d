import { describe, expect, it } from '@jest/globals';
import { addDays } from '@finflow/shared/local-date';
import fc from 'fast-check';
import { cashOutlook } from '../../../src/forecasting/known/cash-outlook.ts';
import type {
  CashOutlook,
  InvoiceInput,
  ScenarioInput,
} from '../../../src/forecasting/known/outlook.ts';
import { meanForecast } from './support.ts';

const today = '2026-06-30';

/** Two customers who get an invoice of 100.00 about every 9 days and pay it on the day it is due, 14 days later. */
const invoices: InvoiceInput[] = ['acme', 'bolt'].flatMap((customerId) =>
  Array.from({ length: 60 }, (_, index) => {
    const issuedOn = addDays('2025-01-02', index * 9 + ((index * 7) % 5));
    const dueOn = addDays(issuedOn, 14);
    const amountMinor = 10_000n;
    const payments = [{ on: dueOn, amountMinor }];
    return {
      id: `${customerId}-${String(index)}`,
      customerId,
      issuedOn,
      dueOn,
      amountMinor,
      payments,
    };
  }),
);

const outlookIn = (
  books: readonly InvoiceInput[],
  scenarios: readonly ScenarioInput[],
): CashOutlook =>
  cashOutlook({
    invoices: books,
    entries: [],
    today,
    openingMinor: 1_000_000n,
    grain: 'MONTH',
    horizon: 4,
    forecastRemainder: meanForecast,
    forecastIssuing: meanForecast,
    scenarios,
  });

const outlookOf = (...scenarios: ScenarioInput[]): CashOutlook => outlookIn(invoices, scenarios);

const nets = ({ periods }: CashOutlook): bigint[] => periods.map(({ netMinor }) => netMinor);
const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((a, b) => a + b, 0n);
const usual = outlookOf();

/** What each period would bring without the scenario, if its changes tell all of it. */
const netsWithout = (outlook: CashOutlook): bigint[] =>
  nets(outlook).map(
    (net, index) =>
      net - sum(outlook.changes.map(({ differenceMinor }) => differenceMinor[index] ?? 0n)),
  );

/** The same invoices, at amounts from `about` on, some of them still open. */
const booksOf = (about: bigint, step: bigint): InvoiceInput[] =>
  invoices.map((invoice, index) => {
    const amountMinor = about + (BigInt(index * 37) % 11n) * step;
    const isOpen = invoice.dueOn > today || index % 7 === 6;
    const payments = isOpen ? [] : [{ on: invoice.dueOn, amountMinor }];
    return { ...invoice, amountMinor, payments };
  });

/** From one yen to ten million dinars: a currency's decimals are no matter of forecasts, which know minor units alone. */
const about = fc.bigInt({ min: 1n, max: 10n ** 10n });
const step = fc.bigInt({ min: 0n, max: 997n });
const day = fc.integer({ min: 1, max: 150 }).map((days) => addDays(today, days));
const customerId = fc.constantFrom('acme', 'bolt');
const amountMinor = fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n });
const category = fc.constantFrom(null, '6100');
const change: fc.Arbitrary<ScenarioInput> = fc.oneof(
  fc.record({
    kind: fc.constant('PAYS_LATER' as const),
    customerId,
    days: fc.integer({ min: -365, max: 365 }),
  }),
  fc.record({
    kind: fc.constant('LOST_CUSTOMER' as const),
    customerId,
    openInvoices: fc.constantFrom('PAID' as const, 'LOST' as const),
  }),
  fc.record({ kind: fc.constant('EVERY_MONTH' as const), from: day, amountMinor, category }),
  fc.record({ kind: fc.constant('ONCE' as const), on: day, amountMinor, category }),
);

describe('a scenario', () => {
  it('names what it changed', () => {
    const late: ScenarioInput = { kind: 'PAYS_LATER', customerId: 'acme', days: 30 };
    const hire: ScenarioInput = {
      kind: 'EVERY_MONTH',
      from: '2026-08-31',
      amountMinor: -400_000n,
      category: 'Payroll',
    };
    const outlook = outlookOf(late, hire);
    expect(outlook.changes.map(({ scenario }) => scenario)).toEqual([late, hire]);
    expect(netsWithout(outlook)).toEqual(nets(usual));
  });

  it('adds up: without what its changes do, it is the forecast without it, in every period', () => {
    fc.assert(
      fc.property(about, step, fc.array(change, { minLength: 1, maxLength: 10 }), (...drawn) => {
        const [least, more, changes] = drawn;
        const own = booksOf(least, more);
        const outlook = outlookIn(own, changes);
        const without = outlookIn(own, []);
        expect(netsWithout(outlook)).toEqual(nets(without));
        const [end, endWithout] = [outlook, without].map(
          ({ periods }) => periods.at(-1)?.level.minor ?? 0n,
        );
        const all = sum(outlook.changes.flatMap(({ differenceMinor }) => differenceMinor));
        expect(end).toBe((endWithout ?? 0n) + all);
      }),
      { numRuns: 40 },
    );
  });

  it('of a customer who pays a month later moves its money a month', () => {
    const [july = 0n, august = 0n] =
      outlookOf({ kind: 'PAYS_LATER', customerId: 'acme', days: 31 }).changes[0]?.differenceMinor ??
      [];
    expect(july).toBeLessThan(-20_000n);
    expect(august > -10_000n && august < 10_000n).toBe(true);
  });

  it('of a customer who pays a year earlier brings all that it owes at once', () => {
    const outlook = outlookOf({ kind: 'PAYS_LATER', customerId: 'acme', days: -365 });
    const theirs = ({ parts }: CashOutlook) =>
      parts.flatMap(({ customerId, source, amountsMinor }) =>
        customerId === 'acme' && source === 'OPEN_INVOICE' ? amountsMinor : [],
      );
    const [july = 0n, ...later] = theirs(outlook);
    expect(later).toEqual([0n, 0n, 0n]);
    expect(july).toBeGreaterThanOrEqual(sum(theirs(usual)));
  });

  it('of a hire costs the same every month from its day on, on the last day of shorter months', () => {
    const [change] = outlookOf({
      kind: 'EVERY_MONTH',
      from: '2026-08-31',
      amountMinor: -400_000n,
      category: 'Payroll',
    }).changes;
    expect(change?.differenceMinor).toEqual([0n, -400_000n, -400_000n, -400_000n]);
  });

  it('of a lost customer ends its invoices to come, and loses what is open when asked', () => {
    const lose = (openInvoices: 'PAID' | 'LOST') =>
      outlookOf({ kind: 'LOST_CUSTOMER', customerId: 'acme', openInvoices });
    const theirs = (outlook: CashOutlook) =>
      outlook.parts.filter(({ customerId }) => customerId === 'acme').map(({ source }) => source);
    expect(theirs(usual)).toEqual(['OPEN_INVOICE', 'FUTURE_INVOICES']);
    expect(theirs(lose('PAID'))).toEqual(['OPEN_INVOICE']);
    expect(theirs(lose('LOST'))).toEqual([]);
  });

  it('of a single payment changes its own period only, and all levels after it', () => {
    const outlook = outlookOf({
      kind: 'ONCE',
      on: '2026-08-05',
      amountMinor: -77n,
      category: null,
    });
    expect(outlook.changes[0]?.differenceMinor).toEqual([0n, -77n, 0n, 0n]);
    const levels = ({ periods }: CashOutlook) => periods.map(({ level }) => level.minor);
    expect(levels(outlook).map((level, index) => level - (levels(usual)[index] ?? 0n))).toEqual([
      0n,
      -77n,
      -77n,
      -77n,
    ]);
  });

  it('outside the horizon changes nothing', () => {
    const outlook = outlookOf({
      kind: 'ONCE',
      on: '2027-08-05',
      amountMinor: -77n,
      category: null,
    });
    expect(nets(outlook)).toEqual(nets(usual));
  });
});
