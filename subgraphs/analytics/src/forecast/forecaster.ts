import type { Clock } from '@finflow/shared/clock';
import { inOrganization } from '@finflow/shared/database/tenancy';
import { log } from '@finflow/shared/log';
import { startWorkLoop } from '@finflow/shared/work-loop';
import type { Database } from '../database.ts';
import { makeForecast } from './forecast.service.ts';
import { askWhereDayIsOver, quarterOf } from './new-day.ts';
import { askWhereMadeOtherwise } from './other-version.ts';
import type { ForecastThreads } from './worker/forecast-threads.ts';

const lookEveryMs = 150;
const lookAfterFaultMs = 2000;
const batch = 20;
/** One more than there are threads: its figures are read while they work. A slow company holds up nobody else. */
const atOnce = 3;

export type Forecaster = { close(): Promise<void> };

export type ForecasterRoom = {
  /** The owner's connection: it finds the requests of all organizations. */
  readonly owner: Database;
  /** The application's connection: each forecast is made inside its organization. */
  readonly database: Database;
  readonly clock: Clock;
  readonly threads: ForecastThreads;
};

/**
 * Makes the forecasts that were asked for, once the log has been quiet for 300 ms, or a second after the first change on a busy
 * one: subscribers are promised theirs within two. It looks at the database again and again: nothing is held in memory, so a crash forgets nothing and replicas may
 * run side by side.
 */
export function startForecaster(room: ForecasterRoom): Forecaster {
  let seen = Number.NaN;
  let isNew = true;
  return startWorkLoop({
    name: 'forecasts',
    pollMs: lookEveryMs,
    pollAfterFaultMs: lookAfterFaultMs,
    round: async () => {
      const quarter = quarterOf(room.clock);
      if (seen !== quarter) await askWhereDayIsOver(room.owner.em.fork(), room.clock);
      seen = quarter;
      if (isNew) await askWhereMadeOtherwise(room.owner.em.fork(), room.threads.version);
      isNew = false;
      await makeDueForecasts(room);
      return 0;
    },
  });
}

/** One look: makes the forecasts whose time has come, those that wait longest first. */
export async function makeDueForecasts(room: ForecasterRoom): Promise<void> {
  const due = await room.owner.em.fork().execute<{ organization_id: string }[]>(findDue, [batch]);
  const waiting = due.values();
  const makeWaiting = async () => {
    for (const { organization_id } of waiting) await makeOne(room, organization_id);
  };
  await Promise.all(Array.from({ length: atOnce }, makeWaiting));
}

/** An organization whose forecast fails waits for its next event, or a minute: the others don't wait with it. */
async function makeOne(room: ForecasterRoom, organizationId: string): Promise<void> {
  const { owner, database, clock, threads } = room;
  try {
    await inOrganization(organizationId, () => makeForecast(database.em.fork(), clock, threads));
  } catch (error) {
    log.error('a forecast failed', { organizationId, error });
    await owner.em.fork().execute(postpone, [organizationId]);
  }
}

const postpone = `
  update forecast_request set first_change_at = clock_timestamp() + interval '1 minute',
    last_change_at = clock_timestamp() + interval '1 minute'
  where organization_id = ?`;

/** A request waits for its organization: without a base currency there is nothing to forecast in. */
const findDue = `
  select organization_id from forecast_request join organization using (organization_id)
  where last_change_at <= clock_timestamp() - interval '300 ms'
    or first_change_at <= clock_timestamp() - interval '1 s'
  order by first_change_at limit ?`;
