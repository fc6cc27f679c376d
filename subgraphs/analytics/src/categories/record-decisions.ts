import { type FinflowEvent, newEvent } from '@finflow/shared/events/envelope';
import { recordEvents } from '@finflow/shared/outbox/record-event';
import { applyDecisions } from './category.projection.ts';
import type { Suggested } from './category-decision.entity.ts';
import type { CategoryRoom } from './category-room.ts';
import { lockSettings } from './category-settings.ts';
import { categoryOf } from './taxonomy.ts';

/** What is decided about a transaction, and by whom. */
export type NewDecision = { readonly transactionId: string; readonly category: string } & (
  | { readonly decidedBy: 'PERSON'; readonly actorId: string; readonly suggested?: Suggested }
  | { readonly decidedBy: 'MODEL'; readonly confidence: number; readonly modelVersion: string }
);

/**
 * Writes decisions down and publishes them, in the caller's transaction, each with the next number of the organization and the next
 * revision of its transaction. Takes the settings' lock.
 */
export async function recordDecisions(
  decisions: readonly NewDecision[],
  { em, organizationId, clock }: CategoryRoom,
): Promise<void> {
  if (decisions.length === 0) return;
  const { decisionCount } = await lockSettings(em);
  const ids = JSON.stringify(decisions.map(({ transactionId }) => transactionId));
  const rows = await em.execute<{ id: string; revision: number }[]>(
    `select transaction_id as id, max(revision) as revision from category_decision
     where transaction_id in (select jsonb_array_elements_text(?::jsonb)::uuid) group by 1`,
    [ids],
  );
  const revisionOf = new Map(rows.map(({ id, revision }) => [id, revision]));
  const events: FinflowEvent<'transaction_categorized'>[] = decisions.map((decision, index) =>
    newEvent(
      'transaction_categorized',
      {
        source: '/analytics',
        subject: decision.transactionId,
        organizationId,
        data: {
          ...decision,
          accountCode: categoryOf(decision.category).accountCode,
          revision: (revisionOf.get(decision.transactionId) ?? 0) + 1,
          number: decisionCount + index + 1,
        },
      },
      clock,
    ),
  );
  await applyDecisions(em, events);
  await recordEvents(em, events);
}
