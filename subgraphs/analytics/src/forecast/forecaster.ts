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
  const desk = openDesk(room);
  const looking = startWorkLoop({
    name: 'forecasts',
    pollMs: lookEveryMs,
    pollAfterFaultMs: lookAfterFaultMs,
    round: async () => {
      const quarter = quarterOf(room.clock);
      if (seen !== quarter) await askWhereDayIsOver(room.owner.em.fork(), room.clock);
      seen = quarter;
      if (isNew) await askWhereMadeOtherwise(room.owner.em.fork(), room.threads.version);
      isNew = false;
      await desk.look();
      return 0;
    },
  });
  return {
    close: async () => {
      await looking.close();
      desk.clear();
      await desk.atRest();
    },
  };
}

/** One look: makes the forecasts whose time has come, those that wait longest first. */
export async function makeDueForecasts(room: ForecasterRoom): Promise<void> {
  const desk = openDesk(room);
  await desk.look();
  await desk.atRest();
}

/** Makes what was seen at the last look, some at once. A look doesn't wait for what is being made: a slow one holds up no other. */
function openDesk(room: ForecasterRoom) {
  let waiting: string[] = [];
  const underWay = new Map<string, Promise<void>>();

  function fill(): void {
    while (underWay.size < atOnce) {
      const next = waiting.shift();
      if (next === undefined) return;
      underWay.set(next, make(next));
    }
  }

  async function make(organizationId: string): Promise<void> {
    await makeOne(room, organizationId);
    underWay.delete(organizationId);
    fill();
  }

  return {
    look: async () => {
      const found = await room.owner.em.fork().execute<{ id: string }[]>(findDue, [batch]);
      waiting = found.map(({ id }) => id).filter((id) => !underWay.has(id));
      fill();
    },
    /** Begins with no other. */
    clear: () => {
      waiting = [];
    },
    atRest: async () => {
      while (underWay.size > 0) await Promise.all(underWay.values());
    },
  };
}

/** An organization whose forecast fails waits for its next event, or a minute: the others don't wait with it. */
async function makeOne(room: ForecasterRoom, organizationId: string): Promise<void> {
  const { owner, database, clock, threads } = room;
  try {
    await inOrganization(organizationId, () => makeForecast(database.em.fork(), clock, threads));
  } catch (error) {
    log.error('a forecast failed', { organizationId, error });
    const postponed = owner.em.fork().execute(postpone, [organizationId]);
    // It is found again by the next look that the database answers.
    await postponed.catch((fault: unknown) => {
      log.error('a forecast could not be put off', { organizationId, error: fault });
    });
  }
}

const postpone = `
  update forecast_request set first_change_at = clock_timestamp() + interval '1 minute',
    last_change_at = clock_timestamp() + interval '1 minute'
  where organization_id = ?`;

/** A request waits for its organization: without a base currency there is nothing to forecast in. */
const findDue = `
  select organization_id as id from forecast_request join organization using (organization_id)
  where last_change_at <= clock_timestamp() - interval '300 ms'
    or first_change_at <= clock_timestamp() - interval '1 s'
  order by first_change_at limit ?`;
