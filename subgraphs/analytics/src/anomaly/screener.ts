import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '@finflow/shared/clock';
import { inOrganization } from '@finflow/shared/database/tenancy';
import { log } from '@finflow/shared/log';
import type { Database } from '../database.ts';
import { screenObservations } from './screening.service.ts';

const lookEveryMs = 250;
/** A failing look is repeated slower, so that a database that is down isn't hammered. */
const lookAfterFaultMs = 2000;
const batch = 20;

export type Screener = { close(): Promise<void> };

/**
 * Looks for anomalies in what was observed since the last look. It asks the database again and again: nothing is held in memory, so a
 * crash forgets nothing and replicas may run side by side.
 * @param owner the owner's connection: it finds the organizations with something new
 * @param database the application's connection: each is screened inside itself
 */
export function startScreener(owner: Database, database: Database, clock: Clock): Screener {
  const stopping = new AbortController();
  const running = loop({ owner, database, clock }, stopping.signal);
  return {
    close: () => {
      stopping.abort();
      return running;
    },
  };
}

type Room = { readonly owner: Database; readonly database: Database; readonly clock: Clock };

async function loop(room: Room, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    let waitMs = lookEveryMs;
    try {
      if (await screenAll(room)) waitMs = 0;
    } catch (error) {
      if (signal.aborted) return;
      log.error('screening for anomalies failed', { error });
      waitMs = lookAfterFaultMs;
    }
    // An abort ends the pause, and that is all it does.
    await pause(waitMs, undefined, { signal }).catch(() => undefined);
  }
}

/**
 * One look at every organization with something new, at most twenty.
 * @returns whether there is more to do at once
 */
export async function screenAll({ owner, database, clock }: Room): Promise<boolean> {
  const waiting = await owner.em
    .fork()
    .execute<{ organization_id: string }[]>(findWaiting, [batch]);
  let isMore = waiting.length === batch;
  for (const { organization_id: id } of waiting) {
    const more = await inOrganization(id, () => screenObservations(database.em.fork(), id, clock));
    isMore ||= more;
  }
  return isMore;
}

const findWaiting = `
  select distinct organization_id from screening_request
  order by organization_id limit ?`;
