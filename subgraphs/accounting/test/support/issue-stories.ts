import { newId } from '@finflow/shared/ids';
import { bulkInsert } from '../../src/bulk-insert.ts';
import type { Em } from '../../src/database.ts';
import { lineColumns } from '../../src/imports/write-import.ts';
import { issueInvoices } from '../../src/invoices/issue-invoices.ts';
import { today, type Books } from './books.ts';

/** An invoice to be issued: one line, with tax. */
export type ToIssue = {
  readonly id: string;
  readonly totalMinor: bigint;
  readonly taxMinor: bigint;
};

/** Issues many invoices at once, by the service that issues one. */
export const issueMany = (books: Books, invoices: readonly ToIssue[]): Promise<unknown> =>
  books.write(async (em) => {
    const customerId = newId();
    const { organizationId } = books;
    const created = { organizationId, createdAt: new Date() };
    const customer = { id: customerId, name: 'Beispiel AG', ...created };
    await bulkInsert(em, 'customer', customerColumns, [customer]);
    await insertDrafts(em, invoices, { ...created, customerId });
    const issues = invoices.map(({ id }) => ({
      invoiceId: id,
      issueDate: today,
      issueKey: id,
      at: created.createdAt,
    }));
    await issueInvoices(em, issues, books.room);
  });

type About = {
  readonly organizationId: string;
  readonly createdAt: Date;
  readonly customerId: string;
};

async function insertDrafts(em: Em, invoices: readonly ToIssue[], about: About) {
  const { organizationId } = about;
  const rows = invoices.map(({ id, totalMinor, taxMinor }) => ({
    ...about,
    id,
    currency: 'EUR',
    dueDate: today,
    subtotalMinor: totalMinor - taxMinor,
    discountMinor: 0n,
    taxMinor,
    totalMinor,
  }));
  const lines = rows.map((row) => ({
    id: newId(),
    organizationId,
    invoiceId: row.id,
    position: 1,
    description: 'Work',
    quantity: '1',
    unitPriceMinor: row.subtotalMinor,
    discountPercent: '0',
    taxPercent: '0',
    grossMinor: row.subtotalMinor,
    netMinor: row.subtotalMinor,
    taxMinor: row.taxMinor,
  }));
  await bulkInsert(em, 'invoice', invoiceColumns, rows);
  await bulkInsert(em, 'invoice_line', lineColumns, lines);
}

const customerColumns = {
  id: 'uuid',
  organizationId: 'uuid',
  name: 'varchar',
  createdAt: 'timestamptz',
};

const invoiceColumns = {
  id: 'uuid',
  organizationId: 'uuid',
  customerId: 'uuid',
  currency: 'varchar',
  dueDate: 'date',
  subtotalMinor: 'bigint',
  discountMinor: 'bigint',
  taxMinor: 'bigint',
  totalMinor: 'bigint',
  createdAt: 'timestamptz',
};
