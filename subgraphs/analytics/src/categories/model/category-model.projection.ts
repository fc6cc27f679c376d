import type { FinflowEvent } from '@finflow/shared/events/envelope';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { requestSuggestions } from '../suggestion-request.ts';

/** Notes which model is used from now on, and asks for suggestions by it. Heard again, it changes nothing. */
export async function applyModelChange(
  em: SqlEntityManager,
  { organizationid, time, data }: FinflowEvent<'category_model_changed'>,
): Promise<void> {
  const added = await em.execute<unknown[]>(
    `insert into category_model_change (organization_id, revision, version, reason, decision_number,
       example_count, accuracy, accuracy_before, changed_by, changed_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning revision`,
    [
      organizationid,
      data.revision,
      data.version,
      data.reason,
      data.decisionNumber,
      data.exampleCount ?? null,
      data.accuracy ?? null,
      data.accuracyBefore ?? null,
      data.changedBy ?? null,
      time,
    ],
  );
  if (added.length > 0) await requestSuggestions(em);
}
