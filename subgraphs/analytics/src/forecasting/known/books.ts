import type { LocalDate } from '@finflow/shared/local-date';

/** Money that came in for an invoice. Amounts in this folder are floating-point minor units: `cash-outlook.ts` is its edge. */
export type Payment = { readonly on: LocalDate; readonly amount: number };

/** An invoice as the books know it on the day of a forecast. It is open while its payments are less than its amount. */
export type Invoice = {
  readonly id: string;
  readonly customerId: string;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly amount: number;
  readonly payments: readonly Payment[];
  /** What may make it paid sooner or later than the customer's others, and is known at its issue: "on paper". */
  readonly traits?: readonly string[];
};

/** Cash that moved: above zero came in, below zero went out. */
export type CashItem = {
  readonly id: string;
  readonly on: LocalDate;
  readonly amount: number;
  /** Who, or what account, it belongs to: items of one recurring bill share it. */
  readonly party: string;
  readonly category: string;
};

/** What is still to be paid; never below zero. */
export const openAmount = ({ amount, payments }: Invoice): number =>
  Math.max(0, amount - payments.reduce((sum, payment) => sum + payment.amount, 0));

/**
 * What was known at the end of `today`: later invoices and payments are left out. In an order of its own, so that sums of
 * floating-point numbers don't hang on the order in which rows arrived.
 */
export function asKnownOn(invoices: readonly Invoice[], today: LocalDate): Invoice[] {
  return invoices
    .filter(({ issuedOn }) => issuedOn <= today)
    .map((invoice) => ({
      ...invoice,
      payments: invoice.payments.filter(({ on }) => on <= today).toSorted(byDay),
    }))
    .toSorted((a, b) => compare(a.issuedOn, b.issuedOn) || compare(a.id, b.id));
}

const byDay = (a: Payment, b: Payment): number => compare(a.on, b.on) || a.amount - b.amount;

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
