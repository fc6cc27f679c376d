import { describe, expect, it } from '@jest/globals';
import { type InvoiceRow, toCashEntries, withReceipts } from '../src/forecast/cash-figures.ts';

const invoice = (more: Partial<InvoiceRow> = {}): InvoiceRow => ({
  id: 'i1',
  customerId: 'c1',
  issuedOn: '2026-05-01',
  dueOn: '2026-05-31',
  totalMinor: 1000n,
  dueMinor: 0n,
  settledOn: '2026-06-04',
  ...more,
});

const open = (row: InvoiceRow, ...receipts: readonly [on: string, amountMinor: bigint][]) => {
  const [one] = withReceipts(
    [row],
    receipts.map(([on, amountMinor]) => ({ invoiceId: 'i1', on, amountMinor })),
  );
  return one?.payments;
};

describe('an invoice for the forecast', () => {
  it('has the payments that the ledger tells of', () => {
    expect(open(invoice(), ['2026-06-01', 400n], ['2026-06-04', 600n])).toEqual([
      { on: '2026-06-01', amountMinor: 400n },
      { on: '2026-06-04', amountMinor: 600n },
    ]);
  });

  it('counts as paid what is settled without a receipt, on the day it was settled', () => {
    expect(open(invoice(), ['2026-06-01', 400n])).toContainEqual({
      on: '2026-06-04',
      amountMinor: 600n,
    });
    expect(open(invoice({ settledOn: null }))).toEqual([{ on: '2026-05-31', amountMinor: 1000n }]);
  });

  it('stays open by what is due', () => {
    expect(open(invoice({ dueMinor: 1000n, settledOn: null }))).toEqual([]);
    expect(open(invoice({ dueMinor: 250n }), ['2026-06-01', 750n])).toHaveLength(1);
  });
});

describe('other movements of cash', () => {
  const parties = (...purposes: readonly (string | null)[]) =>
    new Set(
      toCashEntries(
        purposes.map((purpose) => ({ on: '2026-07-01', code: '6000', purpose, amountMinor: -5n })),
      ).map(({ party }) => party),
    );

  it('belong to one party when their words are the same but for numbers', () => {
    expect(parties('Rent 05/2026', 'rent  06/2026').size).toBe(1);
    expect(parties('Rent', 'Cleaning', null).size).toBe(3);
  });

  it('leave out what owners put in, and keep what they draw', () => {
    const entries = toCashEntries([
      { on: '2026-07-01', code: '3000', purpose: 'Capital', amountMinor: 44_000n },
      { on: '2026-07-27', code: '3000', purpose: 'Drawings', amountMinor: -1450n },
    ]);
    expect(entries.map(({ amountMinor }) => amountMinor)).toEqual([-1450n]);
  });
});
