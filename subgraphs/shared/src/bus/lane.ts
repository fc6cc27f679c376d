import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { type FinflowEvent, topicOf } from '../events/envelope.ts';

/** Whose lane: the organization is named, for what row-level security says of it is no help to an index. */
export interface Lane {
  readonly consumer: string;
  readonly organizationId: string;
}

/** Whether events wait for their organization's turn: whatever comes now goes behind them. */
export async function isWaiting(
  em: SqlEntityManager,
  { consumer, organizationId }: Lane,
): Promise<boolean> {
  const found = await em.execute<unknown[]>(
    'select 1 as waiting from lane_event where consumer = ? and organization_id = ? limit 1',
    [consumer, organizationId],
  );
  return found.length > 0;
}

/**
 * Puts events at the end of a lane, in their order, by one statement. Returns how many; those that were handled before, or wait
 * there already, are left out.
 */
export async function enterLane(
  em: SqlEntityManager,
  { consumer, organizationId }: Lane,
  events: readonly FinflowEvent[],
): Promise<number> {
  const entered = await em.execute<unknown[]>(enter, [
    consumer,
    organizationId,
    JSON.stringify(events.map(toRow)),
    consumer,
  ]);
  return entered.length;
}

/** The first of a lane. */
export async function readLane(
  em: SqlEntityManager,
  { consumer, organizationId }: Lane,
  limit: number,
): Promise<readonly FinflowEvent[]> {
  const found = await em.execute<{ event: FinflowEvent }[]>(
    `select event from lane_event where consumer = ? and organization_id = ?
     order by position limit ?`,
    [consumer, organizationId, limit],
  );
  return found.map(({ event }) => event);
}

/** Takes events out of their lane, in the transaction that deals with them. */
export async function leaveLane(
  em: SqlEntityManager,
  { consumer }: Lane,
  events: readonly FinflowEvent[],
): Promise<void> {
  await em.execute('delete from lane_event where consumer = ? and event_id = any (?::uuid[])', [
    consumer,
    `{${events.map(({ id }) => id).join(',')}}`,
  ]);
}

const toRow = (event: FinflowEvent, place: number) => ({
  place,
  id: event.id,
  topic: topicOf(event),
  event,
});

const enter = `
  insert into lane_event (consumer, organization_id, event_id, topic, event)
  select ?, ?, id, topic, event
  from json_to_recordset(?::json)
    as row (place int, id uuid, topic text, event json)
  where (select event_id from inbox where inbox.consumer = ? and event_id = row.id) is null
  order by place
  on conflict do nothing returning 1 as entered`;
