import type { SqlEntityManager } from '@mikro-orm/postgresql';

/**
 * Asks for a new forecast wherever the newest one was made by another version of code and models: after an upgrade nothing in the books
 * tells of it. One each half second: who posts meanwhile doesn't wait behind all of them, and each has its turn though it stops
 * in between. Runs as the owner, for all organizations.
 */
export async function askWhereMadeOtherwise(em: SqlEntityManager, version: string): Promise<void> {
  await em.execute(askWhereOther, [version]);
}

const askWhereOther = `
  insert into forecast_request (organization_id, first_change_at, last_change_at)
  select organization_id, turn, turn
  from (
    select organization_id,
      clock_timestamp() + row_number() over (order by made_at desc) * interval '500 ms' as turn
    from (
      select distinct on (organization_id) organization_id, made_at, version
      from forecast order by organization_id, made_at desc, id desc
    ) as newest join organization using (organization_id)
    where version is distinct from ?
  ) as stale
  on conflict do nothing`;
