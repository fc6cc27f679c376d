import type { Clock } from '@finflow/shared/clock';
import { log } from '@finflow/shared/log';
import { isTimeZone, localDateIn } from '@finflow/shared/time-zone';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { askInTurn } from './ask-in-turn.ts';

/** Somewhere a day begins at the quarters of an hour by UTC, and nowhere in between. */
export const quarterOf = (clock: Clock): number => Math.floor(clock.now().getTime() / 900_000);

/**
 * Asks for a forecast wherever the newest is of an earlier day than it is there now: open invoices are a day later, and other days are
 * ahead, though no event told so. Runs as the owner, for all organizations; one whose zone is not known here stops none of the others.
 */
export async function askWhereDayIsOver(em: SqlEntityManager, clock: Clock): Promise<void> {
  const zones = await em.execute<{ zone: string }[]>(
    'select distinct time_zone as zone from organization',
  );
  const known = zones.filter(({ zone }) => {
    if (isTimeZone(zone)) return true;
    log.error('no day begins in a time zone that is not known here', { zone });
    return false;
  });
  const days = known.map(({ zone }) => ({ zone, today: localDateIn(zone, clock.now()) }));
  await em.execute(askWhereOlder, [JSON.stringify(days)]);
}

/** After a move west an older forecast may be of a later day than the newest. */
const askWhereOlder = askInTurn(`as_of < (
      select today from jsonb_to_recordset(?::jsonb) as day (zone text, today text)
      where zone = time_zone)`);
