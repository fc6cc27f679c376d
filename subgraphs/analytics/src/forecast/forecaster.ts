import type { Clock } from '@finflow/shared/clock';
import { inOrganization } from '@finflow/shared/database/tenancy';
import { startOfMonth } from '@finflow/shared/local-date';
import { log } from '@finflow/shared/log';
import type { Database } from '../database.ts';
import { makeForecast } from './forecast.service.ts';

const lookEveryMs = 150;
/** A failing look is repeated slower, so that a database that is down isn't hammered. */
const lookAfterFaultMs = 2000;
const batch = 20;

export type Forecaster = { close(): Promise<void> };

/**
 * Makes the forecasts that were asked for, once the log has been quiet for 300 ms, or 2 s after the first change on a busy
 * one. It looks at the database again and again: nothing is held in memory, so a crash forgets nothing and replicas may
 * run side by side.
 * @param owner the owner's connection: it finds the requests of all organizations
 * @param database the application's connection: each forecast is made inside its organization
 */
export function startForecaster(owner: Database, database: Database, clock: Clock): Forecaster {
  const stopping = new AbortController();
  const running = loop(owner, database, clock, stopping.signal);
  return {
    close: () => {
      stopping.abort();
      return running;
    },
  };
}

async function loop(
  owner: Database,
  database: Database,
  clock: Clock,
  signal: AbortSignal,
): Promise<void> {
  let month = '';
  while (!signal.aborted) {
    try {
      if (month !== startOfMonth(clock.today())) {
        month = startOfMonth(clock.today());
        await owner.em.fork().execute(askWhereMonthIsOver, [month]);
      }
      await makeDueForecasts(owner, database, clock);
      await pause(lookEveryMs, signal);
    } catch (error) {
      if (signal.aborted) return;
      log.error('forecasting failed', { error });
      await pause(lookAfterFaultMs, signal);
    }
  }
}

/** One look: makes the forecasts whose time has come. */
export async function makeDueForecasts(
  owner: Database,
  database: Database,
  clock: Clock,
): Promise<void> {
  const due = await owner.em.fork().execute<{ organization_id: string }[]>(findDue, [batch]);
  for (const { organization_id } of due) {
    await inOrganization(organization_id, () => makeForecast(database.em.fork(), clock));
  }
}

/** A request waits for its organization: without a base currency there is nothing to forecast in. */
const findDue = `
  select organization_id from forecast_request join organization using (organization_id)
  where last_change_at <= clock_timestamp() - interval '300 ms'
    or first_change_at <= clock_timestamp() - interval '2 s'
  order by first_change_at limit ?`;

/** In a new month a forecast's first point has passed, though no event told so. */
const askWhereMonthIsOver = `
  insert into forecast_request (organization_id, first_change_at, last_change_at)
  select organization_id, clock_timestamp(), clock_timestamp() from forecast
  group by organization_id having max(made_at) < ?::date
  on conflict do nothing`;

const pause = (durationMs: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, durationMs);
    signal.addEventListener('abort', done);
  });
