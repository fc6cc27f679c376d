import type { FinflowEvent } from '@finflow/shared/events/envelope';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

/**
 * Keeps anomalies as their events tell of them: when they are found, and again when the read model is made anew from the log.
 * @returns the ids of those that were not known before
 */
export async function addAnomalies(
  em: SqlEntityManager,
  events: readonly FinflowEvent<'anomaly_detected'>[],
): Promise<ReadonlySet<string>> {
  if (events.length === 0) return new Set();
  const added = await em.execute<{ id: string }[]>(addAll, [JSON.stringify(events)]);
  return new Set(added.map(({ id }) => id));
}

const addAll = `
  insert into anomaly (organization_id, id, kind, group_key, rarity, source, fact_id, occurred_at, date, currency,
    amount_minor, entry_id, payment_id, invoice_id, customer_id, reason, evidence)
  select organizationid, (data ->> 'anomalyId')::uuid, data ->> 'kind', data ->> 'group',
    (data ->> 'rarity')::float8, data ->> 'source', (data ->> 'factId')::uuid, (data ->> 'occurredAt')::timestamptz,
    (data ->> 'date')::date, data ->> 'currency', (data ->> 'amountMinor')::numeric,
    (data #>> '{record,entryId}')::uuid, (data #>> '{record,paymentId}')::uuid,
    (data #>> '{record,invoiceId}')::uuid, (data ->> 'customerId')::uuid,
    data ->> 'reason', data -> 'evidence'
  from jsonb_to_recordset(?::jsonb) as event (organizationid uuid, data jsonb)
  on conflict do nothing returning id`;

/** Keeps what people said. The event's id is the review's, so that hearing of it twice is one. */
export async function addReview(
  em: SqlEntityManager,
  { id, organizationid, time, data }: FinflowEvent<'anomaly_reviewed'>,
): Promise<void> {
  await em.execute(
    `insert into anomaly_review (id, organization_id, anomaly_id, verdict, reviewed_at, reviewed_by)
     values (?, ?, ?, ?, ?, ?) on conflict do nothing`,
    [id, organizationid, data.anomalyId, data.verdict, time, data.reviewedBy],
  );
}
