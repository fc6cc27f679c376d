import { addDays, addMonths } from '@finflow/shared/local-date';
import type { ForecastTask } from '@finflow/analytics/forecast/worker/forecast-task';

export const today = '2026-07-15';
const months = 36;
const customers = 25;

type Books = NonNullable<ForecastTask['books']>;

/**
 * A made-up company of three years: rent, wages and purchases, and a thousand invoices that are paid some weeks late; the newest are open.
 * @param history another one has another past, by a few cents a month
 */
export function companyBooks(history: number): Books {
  const entries = Array.from({ length: months }, (_, index) => addMonths(today, index - months))
    .flatMap((month, index) => [
      { on: month, party: '6000 rent', category: '6000', amountMinor: -150_000n },
      { on: addDays(month, 24), party: '6100 wages', category: '6100', amountMinor: -900_000n },
      ...[4, 11, 18].map((day) => ({
        on: addDays(month, day),
        party: '5000 goods',
        category: '5000',
        amountMinor: -BigInt(100_000 + history + ((index * 37 + day * 991) % 60_000)),
      })),
    ])
    .map((cost, index) => ({ id: String(index), ...cost }));
  const invoices = Array.from({ length: months * 28 }, (_, index) => {
    const issuedOn = addDays(today, -Math.floor(((months * 28 - index) * 30.4) / 28));
    const amountMinor = BigInt(50_000 + history + ((index * 7919) % 90_000));
    const paidOn = addDays(issuedOn, 30 + ((index * 31) % 25));
    return {
      id: `i${index}`,
      customerId: `c${index % customers}`,
      issuedOn,
      dueOn: addDays(issuedOn, 30),
      amountMinor,
      payments: paidOn <= today ? [{ on: paidOn, amountMinor }] : [],
    };
  });
  return { invoices, entries };
}

/** The books after something more happened today, another amount each round. */
export const happenings = {
  invoice: (books: Books, round: number): Books => {
    const dueOn = addDays(today, 30);
    const customerId = `c${round % customers}`;
    const amountMinor = BigInt(70_000 + round);
    const invoice = { id: 'new', customerId, issuedOn: today, dueOn, amountMinor, payments: [] };
    return { ...books, invoices: [...books.invoices, invoice] };
  },
  payment: (books: Books, round: number): Books => {
    const open = books.invoices.filter(({ payments }) => payments.length === 0);
    const paid = open[round % open.length];
    const invoices = books.invoices.map((invoice) =>
      invoice === paid
        ? { ...invoice, payments: [{ on: today, amountMinor: invoice.amountMinor }] }
        : invoice,
    );
    return { ...books, invoices };
  },
  bill: (books: Books, round: number): Books => {
    const amountMinor = -BigInt(20_000 + round);
    const bill = { id: 'new', on: today, party: '6300 repair', category: '6300', amountMinor };
    return { ...books, entries: [...books.entries, bill] };
  },
} as const;

/** Net cash by day, as the books have it. */
export function cashFigures({ invoices, entries }: Books): ForecastTask['figures'] {
  const receipts = invoices.flatMap(({ payments }) => payments);
  const days = Map.groupBy([...entries, ...receipts], ({ on }) => on);
  return {
    days: [...days]
      .map(([date, moved]) => ({
        date,
        amountMinor: moved.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
      }))
      .toSorted((a, b) => (a.date < b.date ? -1 : 1)),
    openingMinor: 5_000_000n,
    customers: [],
    categories: [],
  };
}
