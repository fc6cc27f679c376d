import type { Clock } from '@finflow/shared/clock';
import { localDateIn } from '@finflow/shared/time-zone';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** Somewhere a day begins at the quarters of an hour by UTC, and nowhere in between. */
export const quarterOf = (clock: Clock): number => Math.floor(clock.now().getTime() / 900_000);

/**
 * Asks for a forecast wherever the newest is of an earlier day than it is there now: open invoices are a day later, and other days are
 * ahead, though no event told so. Runs as the owner, for all organizations.
 */
export async function askWhereDayIsOver(em: SqlEntityManager, clock: Clock): Promise<void> {
  const zones = await em.execute<{ zone: string }[]>(
    'select distinct time_zone as zone from organization',
  );
  const days = zones.map(({ zone }) => ({ zone, today: localDateIn(zone, clock.now()) }));
  await em.execute(askWhereOlder, [JSON.stringify(days)]);
}

/** After a move west an older forecast may be of a later day than the newest. */
const askWhereOlder = `
  insert into forecast_request (organization_id, first_change_at, last_change_at)
  select organization_id, clock_timestamp(), clock_timestamp()
  from (
    select distinct on (organization_id) organization_id, outlook ->> 'asOf' as as_of
    from forecast order by organization_id, made_at desc, id desc
  ) as newest join organization using (organization_id)
    join jsonb_to_recordset(?::jsonb) as day (zone text, today text) on day.zone = time_zone
  where as_of < day.today
  on conflict do nothing`;
