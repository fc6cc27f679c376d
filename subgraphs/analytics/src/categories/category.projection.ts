import type { FinflowEvent } from '@finflow/shared/events/envelope';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { defaultThreshold } from './category-settings.entity.ts';
import { readSettings } from './category-settings.ts';

/**
 * Notes what was decided. The service calls it in the transaction that records the event; when the log brings the event back, all
 * of it is there, and nothing is locked or changed. In a rebuild it is all that is known of a person's decision.
 */
export async function applyDecisions(
  em: SqlEntityManager,
  events: readonly FinflowEvent<'transaction_categorized'>[],
): Promise<void> {
  if (events.length === 0) return;
  const added = await em.execute<{ number: number }[]>(insertDecisions, [
    JSON.stringify(events.map(toRow)),
  ]);
  if (added.length === 0) return;
  const latest = Math.max(...added.map(({ number }) => number));
  await em.execute(countDecisions, [defaultThreshold, latest]);
  const ids = JSON.stringify(events.map(({ data }) => data.transactionId));
  await em.execute(
    `delete from category_suggestion
     where transaction_id in (select jsonb_array_elements_text(?::jsonb)::uuid)`,
    [ids],
  );
}

const insertDecisions = `
  insert into category_decision (transaction_id, revision, organization_id, number, category,
    decided_by, actor_id, confidence, model_version, suggested, decided_at)
  select transaction_id, revision, organization_id, number, category,
    decided_by, actor_id, confidence, model_version, suggested, decided_at
  from jsonb_to_recordset(?::jsonb) as row (transaction_id uuid, revision int, organization_id uuid,
    number int, category text, decided_by text, actor_id uuid, confidence float8,
    model_version text, suggested jsonb, decided_at timestamptz)
  on conflict (transaction_id, revision) do nothing
  returning number`;

const countDecisions = `
  insert into category_settings as s (organization_id, threshold, threshold_revision, decision_count)
  values (nullif(current_setting('app.organization_id', true), '')::uuid, ?, 0, ?)
  on conflict (organization_id) do update
    set decision_count = greatest(s.decision_count, excluded.decision_count)`;

const toRow = ({ organizationid, time, data }: FinflowEvent<'transaction_categorized'>) => ({
  transaction_id: data.transactionId,
  revision: data.revision,
  organization_id: organizationid,
  number: data.number,
  category: data.category,
  decided_by: data.decidedBy,
  actor_id: data.actorId ?? null,
  confidence: data.confidence ?? null,
  model_version: data.modelVersion ?? null,
  suggested: data.suggested ?? null,
  decided_at: time,
});

/** Notes a new threshold, unless it or a newer one is known; what is known is looked at without a lock. */
export async function applyThreshold(
  em: SqlEntityManager,
  { data }: FinflowEvent<'category_threshold_changed'>,
): Promise<void> {
  if ((await readSettings(em)).thresholdRevision >= data.revision) return;
  await em.execute(setThreshold, [data.threshold, data.revision]);
}

const setThreshold = `
  insert into category_settings as s (organization_id, threshold, threshold_revision, decision_count)
  values (nullif(current_setting('app.organization_id', true), '')::uuid, ?, ?, 0)
  on conflict (organization_id) do update
    set threshold = excluded.threshold, threshold_revision = excluded.threshold_revision
    where s.threshold_revision < excluded.threshold_revision`;
