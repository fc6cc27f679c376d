import type { CashEntryInput, InvoiceInput } from '../forecasting/known/outlook.ts';

/** An invoice as the read model has it. Amounts in minor units. */
export type InvoiceRow = {
  readonly id: string;
  readonly customerId: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly totalMinor: bigint;
  /** What is still to be paid. */
  readonly dueMinor: bigint;
  /** When the books last heard of a payment, if they did. */
  readonly settledOn: string | null;
};

export type ReceiptRow = {
  readonly invoiceId: string;
  readonly on: string;
  readonly amountMinor: bigint;
};

/** Cash that moved on a day for one purpose, other than customers' payments of invoices. */
export type CashItemRow = {
  readonly on: string;
  readonly code: string;
  readonly purpose: string | null;
  readonly amountMinor: bigint;
};

/**
 * The invoices with their payments. What is settled and has no receipt of its own (a surplus of before, a receipt booked by hand)
 * counts as paid on the day on which it was settled, so that what is open here is what is open in the books.
 */
export function withReceipts(
  invoices: readonly InvoiceRow[],
  receipts: readonly ReceiptRow[],
): InvoiceInput[] {
  const ofInvoice = Map.groupBy(receipts, ({ invoiceId }) => invoiceId);
  return invoices.map(({ id, customerId, issuedOn, dueOn, totalMinor, dueMinor, settledOn }) => {
    const payments = (ofInvoice.get(id) ?? []).map(({ on, amountMinor }) => ({ on, amountMinor }));
    const paid = payments.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
    const missing = totalMinor - dueMinor - paid;
    if (missing > 0n) payments.push({ on: settledOn ?? dueOn, amountMinor: missing });
    return { id, customerId, issuedOn, dueOn, amountMinor: totalMinor, payments };
  });
}

/**
 * The other movements of cash. Who is behind one is not in the ledger: the account and the words of the entry, without their
 * numbers, stand for it, so that the rent of May and the rent of June are one party's. What owners put in is left out: nobody
 * can count on that it comes again.
 */
export const toCashEntries = (items: readonly CashItemRow[]): CashEntryInput[] =>
  items
    .filter(({ code, amountMinor }) => !(isEquity(code) && amountMinor > 0n))
    .map(({ on, code, purpose, amountMinor }) => ({
      id: `${on} ${code} ${purpose ?? ''}`,
      on,
      amountMinor,
      party: `${code} ${wordsOf(purpose ?? '')}`,
      category: code,
    }));

const isEquity = (code: string): boolean => code.startsWith('3');

const wordsOf = (purpose: string): string =>
  purpose.toLowerCase().replaceAll(/\d+/g, '#').replaceAll(/\s+/g, ' ').trim();
