import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { newId } from '@finflow/shared/ids';
import { bulkInsert } from '../bulk-insert.ts';
import { addActivities } from '../invoices/add-activities.ts';
import { issueInvoices } from '../invoices/issue-invoices.ts';
import { settleInvoices } from '../invoices/settle-invoices.ts';
import { lockLedger } from '../ledger/lock-ledger.ts';
import { postEntries, type PostingRoom } from '../ledger/post-entries.ts';
import { receiveByHandPosting } from '../ledger/postings/receive-by-hand.ts';
import { importCustomers } from './import-customers.ts';
import type { ImportRow } from './parse-row.ts';

/** Rows go through the services in pieces of this many, so that memory stays bounded and progress shows. */
const rowsPerPiece = 500;

export type ImportWrite = {
  readonly importId: string;
  readonly currency: string;
  readonly rows: readonly ImportRow[];
  readonly onProgress: (rowsDone: number) => Promise<void>;
};

/**
 * Writes the rows through the same services as by hand: drafts, issue, money received. Call it inside one transaction for all.
 * @throws RefusedError as postEntries
 */
export async function writeImport(
  em: SqlEntityManager,
  { importId, currency, rows, onProgress }: ImportWrite,
  room: PostingRoom,
): Promise<void> {
  await lockLedger(em);
  const customers = await importCustomers(em, rows, room);
  for (let start = 0; start < rows.length; start += rowsPerPiece) {
    const piece = rows.slice(start, start + rowsPerPiece).map((row) => ({
      ...row,
      invoiceId: newId(),
      customerId: customers.get(row.customer) ?? '',
    }));
    await writePiece(em, piece, { importId, currency, room });
    await onProgress(start + piece.length);
  }
}

type PlacedRow = ImportRow & { readonly invoiceId: string; readonly customerId: string };
type About = { readonly importId: string; readonly currency: string; readonly room: PostingRoom };

async function writePiece(em: SqlEntityManager, rows: readonly PlacedRow[], about: About) {
  const { importId, currency, room } = about;
  await writeDrafts(em, rows, about);
  const created = rows.map(({ invoiceId, issueDate }) => ({
    invoiceId,
    kind: 'CREATED' as const,
    at: startOf(issueDate),
    amountMinor: null,
    currency,
  }));
  await addActivities(em, created, room);
  const issued = await issueInvoices(
    em,
    rows.map(({ invoiceId, issueDate, fingerprint }) => ({
      invoiceId,
      issueDate,
      issueKey: `import:${fingerprint}`,
      at: startOf(issueDate),
    })),
    room,
  );
  const numberOf = new Map(issued.map(({ id, number }) => [id, number]));
  await receiveMoney(em, rows, { ...about, numberOf });
  const importRows = rows.map(({ fingerprint, line, invoiceId }) => ({
    organizationId: room.organizationId,
    fingerprint,
    importId,
    line,
    invoiceId,
  }));
  await bulkInsert(em, 'import_row', importRowColumns, importRows);
}

/** Each invoice of a file has one line without tax: the file says no more. */
async function writeDrafts(em: SqlEntityManager, rows: readonly PlacedRow[], about: About) {
  const { organizationId, clock } = about.room;
  const invoices = rows.map((row) => ({
    id: row.invoiceId,
    organizationId,
    customerId: row.customerId,
    reference: row.number,
    currency: about.currency,
    dueDate: row.dueDate,
    subtotalMinor: row.amountMinor,
    discountMinor: 0n,
    taxMinor: 0n,
    totalMinor: row.amountMinor,
    createdAt: clock.now(),
  }));
  const lines = rows.map((row) => ({
    id: newId(),
    organizationId,
    invoiceId: row.invoiceId,
    position: 1,
    description: `Invoice ${row.number}`,
    quantity: '1',
    unitPriceMinor: row.amountMinor,
    discountPercent: '0',
    taxPercent: '0',
    grossMinor: row.amountMinor,
    netMinor: row.amountMinor,
    taxMinor: 0n,
  }));
  await bulkInsert(em, 'invoice', invoiceColumns, invoices);
  await bulkInsert(em, 'invoice_line', lineColumns, lines);
}

type Numbered = About & { readonly numberOf: ReadonlyMap<string, string> };

async function receiveMoney(em: SqlEntityManager, rows: readonly PlacedRow[], about: Numbered) {
  const { currency, room, numberOf } = about;
  const received = rows.flatMap(({ settledDate, amountMinor, invoiceId, fingerprint }) => {
    if (settledDate === null) return [];
    const id = newId();
    return {
      id,
      paymentId: id,
      invoiceId,
      amountMinor,
      surplusMinor: 0n,
      currency,
      method: 'BANK_TRANSFER' as const,
      paidOn: settledDate,
      idempotencyKey: `import:${fingerprint}`,
      at: startOf(settledDate),
    };
  });
  const drafts = received.map((money) =>
    receiveByHandPosting({ ...money, invoiceNumber: numberOf.get(money.invoiceId) ?? '' }),
  );
  await postEntries(em, drafts, room);
  await settleInvoices(em, received, room);
}

/** A file knows days, not hours. */
const startOf = (day: string) => new Date(`${day}T00:00:00Z`);

const invoiceColumns = {
  id: 'uuid',
  organizationId: 'uuid',
  customerId: 'uuid',
  reference: 'varchar',
  currency: 'varchar',
  dueDate: 'date',
  subtotalMinor: 'bigint',
  discountMinor: 'bigint',
  taxMinor: 'bigint',
  totalMinor: 'bigint',
  createdAt: 'timestamptz',
};

export const lineColumns = {
  id: 'uuid',
  organizationId: 'uuid',
  invoiceId: 'uuid',
  position: 'int',
  description: 'varchar',
  quantity: 'numeric',
  unitPriceMinor: 'bigint',
  discountPercent: 'numeric',
  taxPercent: 'numeric',
  grossMinor: 'bigint',
  netMinor: 'bigint',
  taxMinor: 'bigint',
};

const importRowColumns = {
  organizationId: 'uuid',
  fingerprint: 'varchar',
  importId: 'uuid',
  line: 'int',
  invoiceId: 'uuid',
};
