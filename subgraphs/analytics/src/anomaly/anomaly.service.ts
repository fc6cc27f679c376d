import { type Page, toConnection } from '@finflow/shared/graphql/connection';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Verdict } from './bar.ts';
import type { AnomalyKind } from './finding.ts';

/** Where something stands in the books, as far as it does. */
export type AnomalyRecord = {
  readonly entryId?: string | null;
  readonly paymentId?: string | null;
  readonly invoiceId?: string | null;
};

/** An anomaly with what was last said of it. */
export type ReviewedAnomaly = AnomalyRecord & {
  readonly id: string;
  readonly kind: AnomalyKind;
  readonly rarity: number;
  readonly occurredAt: Date;
  readonly date: string;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly customerId: string | null;
  readonly reason: string;
  readonly evidence: readonly AnomalyEvidence[];
  readonly status: Verdict;
  /** Null while it is open. */
  readonly reviewedAt: Date | null;
};

export type AnomalyEvidence = {
  readonly label: string;
  readonly value: string;
  readonly record?: AnomalyRecord;
};

export type AnomalyFilter = {
  readonly status?: readonly Verdict[] | null;
  readonly kind?: readonly AnomalyKind[] | null;
};

/** A page of anomalies, newest first. */
export async function listAnomalies(
  em: SqlEntityManager,
  page: Page,
  filter: AnomalyFilter | null | undefined,
) {
  const [ofStatus, ofKind] = [filter?.status?.join() ?? null, filter?.kind?.join() ?? null];
  const wanted = [ofStatus, ofStatus, ofKind, ofKind];
  const after = page.after ?? [null, null];
  const [rows, [counted]] = [
    await em.execute<Row[]>(
      `${select} where ${matches} and (?::timestamptz is null or (a.occurred_at, a.id) < (?::timestamptz, ?::uuid))
       order by a.occurred_at desc, a.id desc limit ?`,
      [...wanted, after[0], ...after, page.first + 1],
    ),
    await em.execute<{ count: string }[]>(
      `select count(*) as count from anomaly a ${withReview} where ${matches}`,
      wanted,
    ),
  ];
  const sortKey = ({ id, occurredAt }: ReviewedAnomaly) => [occurredAt.toISOString(), id];
  return {
    ...toConnection(rows.map(fromRow), page, sortKey),
    totalCount: Number(counted?.count ?? 0),
  };
}

/** The anomalies with these ids, in their order; null for one that is not the organization's. */
export async function anomaliesById(
  em: SqlEntityManager,
  ids: readonly string[],
): Promise<(ReviewedAnomaly | null)[]> {
  const rows = await em.execute<Row[]>(
    `${select} where a.id in (select jsonb_array_elements_text(?::jsonb)::uuid)`,
    [JSON.stringify(ids)],
  );
  const byId = new Map(rows.map((row) => [row.id, fromRow(row)]));
  return ids.map((id) => byId.get(id) ?? null);
}

type Row = {
  readonly id: string;
  readonly kind: AnomalyKind;
  readonly rarity: number;
  readonly occurred_at: string;
  readonly date: string;
  readonly currency: string;
  readonly amount_minor: string;
  readonly entry_id: string | null;
  readonly payment_id: string | null;
  readonly invoice_id: string | null;
  readonly customer_id: string | null;
  readonly reason: string;
  readonly evidence: readonly AnomalyEvidence[];
  readonly status: Verdict;
  readonly reviewed_at: string | null;
};

/** Nothing said, or what was said taken back, is open. */
const status = `coalesce(review.verdict, 'OPEN')`;

const withReview = `
  left join lateral (
    select verdict, case when verdict <> 'OPEN' then reviewed_at end as reviewed_at from anomaly_review r where r.anomaly_id = a.id
    order by r.reviewed_at desc, id desc limit 1) review on true`;

const select = `
  select a.id, a.kind, a.rarity, a.occurred_at, a.date::text as date, a.currency,
    a.amount_minor::text as amount_minor, a.entry_id, a.payment_id, a.invoice_id, a.customer_id,
    a.reason, a.evidence, ${status} as status, review.reviewed_at
  from anomaly a ${withReview}`;

/** What isn't named isn't asked for. */
const matches = `
  (?::text is null or ${status} = any (string_to_array(?, ',')))
  and (?::text is null or a.kind = any (string_to_array(?, ',')))`;

const fromRow = (row: Row): ReviewedAnomaly => ({
  id: row.id,
  kind: row.kind,
  rarity: row.rarity,
  occurredAt: new Date(row.occurred_at),
  date: row.date,
  currency: row.currency,
  amountMinor: BigInt(row.amount_minor),
  entryId: row.entry_id,
  paymentId: row.payment_id,
  invoiceId: row.invoice_id,
  customerId: row.customer_id,
  reason: row.reason,
  evidence: row.evidence,
  status: row.status,
  reviewedAt: row.reviewed_at === null ? null : new Date(row.reviewed_at),
});
