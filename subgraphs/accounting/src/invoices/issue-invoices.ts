import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { recordEvents } from '@finflow/shared/outbox/record-event';
import type { LocalDate } from '@finflow/shared/local-date';
import { issueInvoicePosting } from '../ledger/postings/issue-invoice.ts';
import { lockLedger } from '../ledger/lock-ledger.ts';
import { postEntries, type PostingRoom } from '../ledger/post-entries.ts';
import { addActivities } from './add-activities.ts';
import { invoiceCreated } from './invoice.events.ts';

/** A draft to be issued. */
export type Issue = {
  readonly invoiceId: string;
  readonly issueDate: LocalDate;
  readonly issueKey: string;
  /** When it happened, for the timeline. */
  readonly at: Date;
};

export type IssuedInvoice = {
  readonly id: string;
  readonly number: string;
  readonly customerId: string;
  readonly currency: string;
  readonly issueDate: LocalDate;
  readonly dueDate: LocalDate;
  readonly totalMinor: bigint;
  readonly taxMinor: bigint;
};

/** INV-00001 for 1; it only grows longer beyond 99,999. */
const invoiceNumber = (index: number): string => `INV-${String(index).padStart(5, '0')}`;

/**
 * Issues drafts in their order: the next numbers, the postings, the timeline and the events. One is the case of many.
 * Call it inside a transaction, with drafts that were checked.
 * @throws RefusedError as postEntries; an error of the database when one is no draft or doesn't add up
 */
export async function issueInvoices(
  em: SqlEntityManager,
  issues: readonly Issue[],
  room: PostingRoom,
): Promise<IssuedInvoice[]> {
  await lockLedger(em);
  const invoices = await giveNumbers(em, issues, room.organizationId);
  await postEntries(em, invoices.map(issueInvoicePosting), room);
  await addActivities(em, issues.map(toActivity(invoices)), room);
  await recordEvents(
    em,
    invoices.map((invoice) => invoiceCreated(invoice, room)),
  );
  return invoices;
}

async function giveNumbers(
  em: SqlEntityManager,
  issues: readonly Issue[],
  organizationId: string,
): Promise<IssuedInvoice[]> {
  const [counter] = await em.execute<{ count: number }[]>(
    'select invoice_count as count from organization where organization_id = ?',
    [organizationId],
  );
  const first = (counter?.count ?? 0) + 1;
  const numbered = issues.map((issue, index) => ({
    ...issue,
    numberIndex: first + index,
    number: invoiceNumber(first + index),
  }));
  const rows = await em.execute<NumberedRow[]>(update, [JSON.stringify(numbered)]);
  if (rows.length !== issues.length) throw new Error('Only drafts can be issued.');
  return rows
    .map((row) => ({
      ...row,
      totalMinor: BigInt(row.totalMinor),
      taxMinor: BigInt(row.taxMinor),
    }))
    .toSorted((a, b) => (a.numberIndex < b.numberIndex ? -1 : 1));
}

type NumberedRow = Omit<IssuedInvoice, 'totalMinor' | 'taxMinor'> & {
  readonly numberIndex: number;
  readonly totalMinor: string;
  readonly taxMinor: string;
};

const update = `
  update invoice i
  set number_index = r."numberIndex", number = r.number, issue_date = r."issueDate", issue_key = r."issueKey"
  from jsonb_to_recordset(?::jsonb)
    as r ("invoiceId" uuid, "numberIndex" int, number text, "issueDate" date, "issueKey" text)
  where i.id = r."invoiceId" and i.number_index is null
  returning i.id, i.number, i.number_index as "numberIndex", i.customer_id as "customerId", i.currency,
    i.issue_date::text as "issueDate", i.due_date::text as "dueDate",
    i.total_minor::text as "totalMinor", i.tax_minor::text as "taxMinor"`;

const toActivity = (invoices: readonly IssuedInvoice[]) => {
  const byId = new Map(invoices.map((invoice) => [invoice.id, invoice]));
  return ({ invoiceId, at }: Issue) => {
    const invoice = byId.get(invoiceId);
    if (!invoice) throw new Error('An invoice that was issued twice at once');
    const { totalMinor, currency } = invoice;
    return { invoiceId, kind: 'ISSUED' as const, at, amountMinor: totalMinor, currency };
  };
};
