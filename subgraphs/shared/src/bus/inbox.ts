import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { type FinflowEvent, topicOf } from '../events/envelope.ts';

/** Marks events as handled by this transaction; returns the ids of those that were not handled before. */
export async function claimEvents(
  em: SqlEntityManager,
  consumer: string,
  events: readonly FinflowEvent[],
): Promise<ReadonlySet<string>> {
  const rows = events.map(({ id, organizationid = null }) => ({
    id,
    organization: organizationid,
  }));
  const claimed = await em.execute<{ event_id: string }[]>(
    `insert into inbox (consumer, event_id, organization_id)
     select ?, id, organization from jsonb_to_recordset(?::jsonb) as row (id uuid, organization uuid)
     on conflict do nothing returning event_id`,
    [consumer, JSON.stringify(rows)],
  );
  return new Set(claimed.map(({ event_id }) => event_id));
}

/** Which of these events must wait behind a parked one of the same topic and key. */
export async function findParkedKeys(
  em: SqlEntityManager,
  consumer: string,
  events: readonly FinflowEvent[],
): Promise<ReadonlySet<string>> {
  const keys = JSON.stringify([...new Set(events.map(({ subject }) => subject))]);
  const parked = await em.execute<{ topic: string; key: string }[]>(
    `select distinct topic, key from parked_event
     where consumer = ? and key in (select jsonb_array_elements_text(?::jsonb))`,
    [consumer, keys],
  );
  return new Set(parked.map(({ topic, key }) => placeOf(topic, key)));
}

/** Puts an event aside, last of its key. It is tried at `now() + delayMs` if it is the first. */
export async function parkEvent(
  em: SqlEntityManager,
  consumer: string,
  event: FinflowEvent,
  why: { readonly reason: string; readonly delayMs: number },
): Promise<void> {
  await em.execute(
    `insert into parked_event (consumer, topic, key, event_id, organization_id, event, reason, next_attempt_at)
     values (?, ?, ?, ?, ?, ?::jsonb, ?, now() + ? * interval '1 millisecond')
     on conflict do nothing`,
    [
      consumer,
      topicOf(event),
      event.subject,
      event.id,
      event.organizationid ?? null,
      JSON.stringify(event),
      why.reason.slice(0, 1000),
      why.delayMs,
    ],
  );
}

const placeOf = (topic: string, key: string) => `${topic} ${key}`;
export const placeOfEvent = (event: FinflowEvent) => placeOf(topicOf(event), event.subject);
