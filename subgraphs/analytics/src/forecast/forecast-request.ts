import type { FinflowEvent } from '@finflow/shared/events/envelope';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

/**
 * Asks for a new forecast of the events' organizations, in the transaction that changes their figures. Do it first: the row
 * is the lock that puts an organization's batches one behind the other. The times are the database's own: they tell how
 * long the log has been quiet, not what day the business has. Who had a turn ahead waits for it no longer.
 */
export async function requestForecast(
  em: SqlEntityManager,
  events: readonly FinflowEvent[],
): Promise<void> {
  const organizationIds = new Set(events.flatMap(({ organizationid }) => organizationid ?? []));
  await em.execute(
    `insert into forecast_request (organization_id, first_change_at, last_change_at)
     select id::uuid, clock_timestamp(), clock_timestamp() from unnest(?::text[]) as id
     on conflict (organization_id) do update set last_change_at = excluded.last_change_at,
       first_change_at = least(forecast_request.first_change_at, excluded.first_change_at)`,
    [toArray([...organizationIds].toSorted())],
  );
}

/** Sorted, so that two transactions lock in the same order. An id is a UUID and needs no quotes. */
const toArray = (ids: readonly string[]): string => `{${ids.join(',')}}`;

/** When the figures changed last, as the request says it; null when nobody asks for a forecast. Read it before the figures. */
export async function seenRequest(em: SqlEntityManager): Promise<string | null> {
  const [row] = await em.execute<{ last_change_at: string }[]>(
    'select last_change_at::text from forecast_request',
  );
  return row?.last_change_at ?? null;
}

/**
 * Takes away the request that a forecast answers. It waits for transactions that are just changing the figures; what changed
 * after `seen` remains to be answered, with its time of waiting begun anew.
 * @returns false when another process has answered the same request
 */
export async function settleRequest(em: SqlEntityManager, seen: string): Promise<boolean> {
  const answered = await em.execute<unknown[]>(
    'delete from forecast_request where last_change_at = ?::timestamptz returning 1',
    [seen],
  );
  if (answered.length > 0) return true;
  const changed = await em.execute<unknown[]>(
    'update forecast_request set first_change_at = last_change_at returning 1',
  );
  return changed.length > 0;
}
