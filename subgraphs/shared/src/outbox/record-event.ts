import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { type FinflowEvent, topicOf } from '../events/envelope.ts';
import { checkEvent } from '../events/validate.ts';

/**
 * Writes an event into the outbox, in the transaction that makes the change it tells of: both happen or none.
 * @throws InvalidEvent when it breaks its schema: the transaction must not commit
 */
export const recordEvent = (em: SqlEntityManager, event: FinflowEvent): Promise<void> =>
  recordEvents(em, [event]);

/**
 * Writes events into the outbox in their order, by one statement.
 * @throws InvalidEvent when one breaks its schema
 */
export async function recordEvents(
  em: SqlEntityManager,
  events: readonly FinflowEvent[],
): Promise<void> {
  if (!em.isInTransaction())
    throw new Error('An event is recorded in the transaction of its change.');
  if (events.length === 0) return;
  await em.execute(insert, [JSON.stringify(events.map(toRow))]);
}

const insert = `
  insert into outbox (id, organization_id, topic, key, event)
  select id, organization_id, topic, key, event
  from jsonb_to_recordset(?::jsonb)
    as row (place int, id uuid, organization_id uuid, topic text, key text, event jsonb)
  order by place`;

function toRow(event: FinflowEvent, place: number) {
  checkEvent(event);
  return {
    place,
    id: event.id,
    organization_id: event.organizationid ?? null,
    topic: topicOf(event),
    key: event.subject,
    event,
  };
}
