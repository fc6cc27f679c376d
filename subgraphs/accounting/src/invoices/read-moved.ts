import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { MovedInvoice } from './invoice.events.ts';

type Row = Omit<MovedInvoice, 'status' | 'totalMinor' | 'paidMinor' | 'refundedMinor'> & {
  readonly totalMinor: string;
  readonly paidMinor: string;
  readonly refundedMinor: string;
};

/** Issued invoices as they stand in this transaction, after the database moved their amounts. */
export async function readMoved(
  em: SqlEntityManager,
  ids: readonly string[],
): Promise<Map<string, MovedInvoice>> {
  const rows = await em.execute<Row[]>(
    `select id, number, customer_id as "customerId", currency, total_minor::text as "totalMinor",
       paid_minor::text as "paidMinor", refunded_minor::text as "refundedMinor"
     from invoice where id in (select jsonb_array_elements_text(?::jsonb)::uuid)`,
    [JSON.stringify(ids)],
  );
  return new Map(rows.map((row) => [row.id, toMoved(row)]));
}

function toMoved(row: Row): MovedInvoice {
  const totalMinor = BigInt(row.totalMinor);
  const paidMinor = BigInt(row.paidMinor);
  const status = paidMinor === totalMinor ? 'PAID' : paidMinor > 0n ? 'PARTIALLY_PAID' : 'OPEN';
  return { ...row, totalMinor, paidMinor, refundedMinor: BigInt(row.refundedMinor), status };
}
