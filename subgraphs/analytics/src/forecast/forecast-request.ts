import type { FinflowEvent } from '@finflow/shared/events/envelope';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

/**
 * Asks for a new forecast of the events' organizations, in the transaction that changes their figures. Do it first: the row
 * is the lock that puts an organization's batches one behind the other. The times are the database's own: they tell how
 * long the log has been quiet, not what day the business has.
 */
export async function requestForecast(
  em: SqlEntityManager,
  events: readonly FinflowEvent[],
): Promise<void> {
  const organizationIds = new Set(events.flatMap(({ organizationid }) => organizationid ?? []));
  await em.execute(
    `insert into forecast_request (organization_id, first_change_at, last_change_at)
     select id::uuid, clock_timestamp(), clock_timestamp() from unnest(?::text[]) as id
     on conflict (organization_id) do update set last_change_at = excluded.last_change_at`,
    [toArray([...organizationIds].toSorted())],
  );
}

/** Sorted, so that two transactions lock in the same order. An id is a UUID and needs no quotes. */
const toArray = (ids: readonly string[]): string => `{${ids.join(',')}}`;
