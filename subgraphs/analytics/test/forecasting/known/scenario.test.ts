import { describe, expect, it } from '@jest/globals';
import { addDays } from '@finflow/shared/local-date';
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

const outlookOf = (...scenarios: ScenarioInput[]): CashOutlook =>
  cashOutlook({
    invoices,
    entries: [],
    today,
    openingMinor: 1_000_000n,
    grain: 'MONTH',
    horizon: 4,
    forecastRemainder: meanForecast,
    forecastIssuing: meanForecast,
    scenarios,
  });

const nets = ({ periods }: CashOutlook): bigint[] => periods.map(({ netMinor }) => netMinor);
const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((a, b) => a + b, 0n);
const usual = outlookOf();

describe('a scenario', () => {
  it('names what it changed, to the cent or the one that rounding moves', () => {
    const late: ScenarioInput = { kind: 'PAYS_LATER', customerId: 'acme', days: 30 };
    const hire: ScenarioInput = {
      kind: 'EVERY_MONTH',
      from: '2026-08-31',
      amountMinor: -400_000n,
      category: 'Payroll',
    };
    const outlook = outlookOf(late, hire);
    expect(outlook.changes.map(({ scenario }) => scenario)).toEqual([late, hire]);
    nets(outlook).forEach((net, index) => {
      const changed = sum(
        outlook.changes.map(({ differenceMinor }) => differenceMinor[index] ?? 0n),
      );
      const off = net - (nets(usual)[index] ?? 0n) - changed;
      expect(off >= -2n && off <= 2n).toBe(true);
    });
  });

  it('of a customer who pays a month later moves its money a month', () => {
    const [july = 0n, august = 0n] =
      outlookOf({ kind: 'PAYS_LATER', customerId: 'acme', days: 31 }).changes[0]?.differenceMinor ??
      [];
    expect(july).toBeLessThan(-20_000n);
    expect(august > -10_000n && august < 10_000n).toBe(true);
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
