import { addMonths, type LocalDate } from '@finflow/shared/local-date';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { CashEntryInput, InvoiceInput } from '../forecasting/known/outlook.ts';
import {
  type CashItemRow,
  type InvoiceRow,
  type ReceiptRow,
  toCashEntries,
  withReceipts,
} from './cash-figures.ts';

/** What the books know of cash to come, and of how it came so far. */
export type CashBooks = {
  readonly invoices: readonly InvoiceInput[];
  readonly entries: readonly CashEntryInput[];
};

/** How customers pay is learned from three years; rents and wages too. */
const monthsBack = 36;
/** More would only cost time: the newest say it best. */
const most = { invoices: 4000, entries: 6000 } as const;

/** Reads the invoices and the movements of cash of the organization in which this runs, up to the end of the day `today`. */
export async function readCashBooks(
  em: SqlEntityManager,
  currency: string,
  today: LocalDate,
): Promise<CashBooks> {
  const since = addMonths(today, -monthsBack);
  const [invoices, receipts, items] = await Promise.all([
    readInvoices(em, [currency, today, since]),
    readReceipts(em, [currency, since, today]),
    readItems(em, [currency, since, today]),
  ]);
  return { invoices: withReceipts(invoices, receipts), entries: toCashEntries(items) };
}

async function readInvoices(em: SqlEntityManager, values: unknown[]): Promise<InvoiceRow[]> {
  const rows = await em.execute<
    {
      invoice_id: string;
      customer_id: string;
      issue_date: string;
      due_date: string;
      total: string;
      due: string;
      settled_on: string | null;
    }[]
  >(selectInvoices, [...values, most.invoices]);
  return rows.map((row) => ({
    id: row.invoice_id,
    customerId: row.customer_id,
    issuedOn: row.issue_date,
    dueOn: row.due_date,
    totalMinor: BigInt(row.total),
    dueMinor: BigInt(row.due),
    settledOn: row.settled_on,
  }));
}

/** Open ones first, whatever their age: they are money that is still to come. */
const selectInvoices = `
  select invoice_id, customer_id, issue_date::text, due_date::text, total_minor::text as total, due::text,
    coalesce(paid_on, updated_at::date)::text as settled_on
  from (
    select *, case when paid_on is null then coalesce(due_minor, total_minor) else 0 end as due
    from receivable
    where currency = ? and customer_id is not null and due_date is not null and issue_date <= ?
  ) as invoice
  where due > 0 or issue_date >= ?
  order by due > 0 desc, issue_date desc, invoice_id limit ?`;

async function readReceipts(em: SqlEntityManager, values: unknown[]): Promise<ReceiptRow[]> {
  const rows = await em.execute<{ invoice_id: string; date: string; amount: string }[]>(
    `select invoice_id, date::text, sum(amount_minor)::text as amount from cash_item
     where currency = ? and date between ? and ? and ${isReceipt}
     group by invoice_id, date order by date, invoice_id`,
    values,
  );
  return rows.map(({ invoice_id, date, amount }) => ({
    invoiceId: invoice_id,
    on: date,
    amountMinor: BigInt(amount),
  }));
}

/** A customer's payment of an invoice: it is booked against what the customer owed. */
const isReceipt = `(invoice_id is not null and code = '1100' and amount_minor > 0)`;

async function readItems(em: SqlEntityManager, values: unknown[]): Promise<CashItemRow[]> {
  const rows = await em.execute<
    { date: string; code: string; purpose: string | null; amount: string }[]
  >(
    `select date::text, code, purpose, sum(amount_minor)::text as amount from cash_item
     where currency = ? and date between ? and ? and not ${isReceipt}
     group by date, code, purpose order by date desc, code, purpose limit ?`,
    [...values, most.entries],
  );
  return rows.map(({ date, code, purpose, amount }) => ({
    on: date,
    code,
    purpose,
    amountMinor: BigInt(amount),
  }));
}
