import type { TimeZone } from '@finflow/shared/time-zone';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { type Fact, type FactSource, type PlainFact, toFact } from './fact.ts';

/** A place in the order of facts: when, and the id that breaks ties. */
export type Place = { readonly atMs: number; readonly id: string };

/** The earliest fact from which on nobody has looked yet. */
export async function firstUnscreened(em: SqlEntityManager): Promise<Place | null> {
  const [row] = await em.execute<{ at_ms: string; id: string }[]>(
    `select ${atMs} as at_ms, id from screening_request o order by occurred_at, id limit 1`,
  );
  return row ? { atMs: Number(row.at_ms), id: row.id } : null;
}

/** Which facts are wanted, and the zone in which their hours are counted. */
export type FactsWanted = {
  readonly place: Place;
  readonly limit: number;
  readonly timeZone: TimeZone;
};

/** Up to `limit` facts from `place` on, in order. */
export const factsFrom = (em: SqlEntityManager, wanted: FactsWanted): Promise<Fact[]> =>
  readFacts(em, 'from', wanted);

/** The `limit` facts before `place`, in order. */
export async function factsBefore(em: SqlEntityManager, wanted: FactsWanted): Promise<Fact[]> {
  return (await readFacts(em, 'before', wanted)).toReversed();
}

type Row = {
  readonly source: FactSource;
  readonly id: string;
  readonly at_ms: string;
  readonly date: string;
  readonly currency: string;
  readonly amount_minor: string;
  readonly is_incoming: boolean;
  readonly account_code: string;
  readonly text: string;
  readonly customer_id: string | null;
  readonly entry_id: string | null;
  readonly payment_id: string | null;
  readonly invoice_id: string | null;
  readonly has_hour: boolean;
  readonly invoice_total: string | null;
  readonly withdrawn_ms: string | null;
};

const atMs = `(extract(epoch from o.occurred_at) * 1000)::bigint::text`;

const columns = `
  o.source, o.id, ${atMs} as at_ms, o.date::text as date, o.currency, o.amount_minor::text as amount_minor,
  o.is_incoming, o.account_code, o.text, coalesce(o.customer_id, invoice.customer_id) as customer_id,
  o.entry_id, o.payment_id, o.invoice_id, o.has_hour, invoice.amount_minor::text as invoice_total,
  (select (extract(epoch from min(reversal.occurred_at)) * 1000)::bigint::text from observation reversal
    where o.source = 'ENTRY' and reversal.source = 'REVERSAL' and reversal.entry_id = o.id) as withdrawn_ms`;

/** Who owes comes from the invoice, whose event may arrive later than what was paid on it. */
const withInvoice = `
  left join observation invoice on invoice.organization_id = o.organization_id
    and invoice.source = 'INVOICE' and invoice.id = o.invoice_id`;

async function readFacts(
  em: SqlEntityManager,
  side: 'from' | 'before',
  { place: { atMs: from, id }, limit, timeZone }: FactsWanted,
): Promise<Fact[]> {
  const [compared, order] = side === 'from' ? ['>=', 'asc'] : ['<', 'desc'];
  const rows = await em.execute<Row[]>(
    `select ${columns} from observation o ${withInvoice}
     where o.source <> 'REVERSAL' and (o.occurred_at, o.id) ${compared} (?::timestamptz, ?::uuid)
     order by o.occurred_at ${order}, o.id ${order} limit ?`,
    [new Date(from).toISOString(), id, limit],
  );
  return rows.map((row) => toFact(fromRow(row), timeZone));
}

const fromRow = (row: Row): PlainFact => ({
  source: row.source,
  id: row.id,
  atMs: Number(row.at_ms),
  date: row.date,
  currency: row.currency,
  amountMinor: BigInt(row.amount_minor),
  isIncoming: row.is_incoming,
  accountCode: row.account_code,
  text: row.text,
  customerId: row.customer_id,
  entryId: row.entry_id,
  paymentId: row.payment_id,
  invoiceId: row.invoice_id,
  hasHour: row.has_hour,
  invoiceTotalMinor: row.invoice_total === null ? null : BigInt(row.invoice_total),
  withdrawnAtMs: row.withdrawn_ms === null ? null : Number(row.withdrawn_ms),
});
