import type { SqlEntityManager } from '@mikro-orm/postgresql';

/**
 * Asks for new suggestions in the organization in which this runs, in the transaction that changes what they rest on. The time
 * is the database's own: it only says who waits longest.
 */
export async function requestSuggestions(em: SqlEntityManager): Promise<void> {
  await em.execute(
    `insert into suggestion_request (organization_id, requested_at)
     values (nullif(current_setting('app.organization_id', true), '')::uuid, clock_timestamp())
     on conflict (organization_id) do update set requested_at = suggestion_request.requested_at`,
  );
}

/** Takes the request. Waits for transactions that are just asking, so that what they brought is seen afterwards. */
export async function takeSuggestionRequest(em: SqlEntityManager): Promise<void> {
  await em.execute('delete from suggestion_request');
}
