import DataLoader from 'dataloader';
import { isId } from '@finflow/shared/ids';
import { byId } from './by-ids.ts';
import { Customer } from './customers/customer.entity.ts';
import { customerBalances } from './customers/customer.queries.ts';
import { InvoiceActivity } from './invoices/invoice-activity.entity.ts';
import { Invoice, InvoiceLine } from './invoices/invoice.entity.ts';
import { Account } from './ledger/account.entity.ts';
import { accountBalances } from './ledger/balances.ts';
import { JournalEntry, Posting } from './ledger/journal-entry.entity.ts';
import type { Room } from './room.ts';

/** One of these per operation: many asks become one query each. Nothing is remembered, a mutation may come in between. */
export function createLoaders(room: Room) {
  const { em } = room;
  const one = <T>(load: (ids: readonly string[]) => Promise<Map<string, T>>) =>
    new DataLoader<string, T | null>(
      async (ids) => {
        const found = await load(ids.filter(isId));
        return ids.map((id) => found.get(id) ?? null);
      },
      { cache: false },
    );
  const many = <T>(load: (ids: readonly string[]) => Promise<Map<string, T[]>>) =>
    new DataLoader<string, T[]>(
      async (ids) => {
        const found = await load(ids.filter(isId));
        return ids.map((id) => found.get(id) ?? []);
      },
      { cache: false },
    );
  const inIds = (ids: readonly string[]) => ({ $in: [...ids] });
  const refresh = { refresh: true } as const;
  return {
    customer: one((ids) => byId(em, Customer, ids)),
    customerBalance: one((ids) => customerBalances(room, ids)),
    invoice: one((ids) => byId(em, Invoice, ids)),
    account: one((ids) => byId(em, Account, ids)),
    journalEntry: one((ids) => byId(em, JournalEntry, ids)),
    linesOfInvoice: many(async (ids) => {
      const where = { invoiceId: inIds(ids) };
      const rows = await em.find(InvoiceLine, where, { ...refresh, orderBy: { position: 'asc' } });
      return Map.groupBy(rows, ({ invoiceId }) => invoiceId);
    }),
    activitiesOfInvoice: many(async (ids) => {
      const where = { invoiceId: inIds(ids) };
      const rows = await em.find(InvoiceActivity, where, { orderBy: { at: 'asc' } });
      return Map.groupBy(rows.toSorted(asItHappened), ({ invoiceId }) => invoiceId);
    }),
    entriesOfInvoice: many(async (ids) => {
      const where = { invoiceId: inIds(ids) };
      const rows = await em.find(JournalEntry, where, { orderBy: { sequence: 'asc' } });
      return Map.groupBy(rows, ({ invoiceId }) => invoiceId ?? '');
    }),
    entriesOfPayment: many(async (ids) => {
      const where = { paymentId: inIds(ids) };
      const rows = await em.find(JournalEntry, where, { orderBy: { sequence: 'asc' } });
      return Map.groupBy(rows, ({ paymentId }) => paymentId ?? '');
    }),
    postingsOfEntry: many(async (ids) => {
      const rows = await em.find(
        Posting,
        { entryId: inIds(ids) },
        { orderBy: { position: 'asc' } },
      );
      return Map.groupBy(rows, ({ entryId }) => entryId);
    }),
    accountBalance: new DataLoader(
      async (asks: readonly { readonly account: Account; readonly asOf: string }[]) => {
        const days = [...new Set(asks.map(({ asOf }) => asOf))];
        const tables = await Promise.all(
          days.map(async (asOf) => {
            const wanted = asks.filter((ask) => ask.asOf === asOf).map(({ account }) => account);
            const amounts = await accountBalances(room, wanted, asOf);
            return new Map(wanted.map(({ id }, index) => [`${id} ${asOf}`, amounts[index]]));
          }),
        );
        const all = new Map(tables.flatMap((table) => [...table]));
        return asks.map(({ account, asOf }) => {
          const amount = all.get(`${account.id} ${asOf}`);
          if (!amount) throw new Error('A balance was not computed');
          return amount;
        });
      },
      { cache: false },
    ),
  };
}
export type Loaders = ReturnType<typeof createLoaders>;

const order = ['CREATED', 'ISSUED', 'PAYMENT_RECEIVED', 'PAID', 'REFUNDED', 'DISPUTED'];

/** What happened in the same millisecond happened in the order of an invoice's life. */
const asItHappened = (a: InvoiceActivity, b: InvoiceActivity) =>
  a.at.getTime() - b.at.getTime() || order.indexOf(a.kind) - order.indexOf(b.kind);
