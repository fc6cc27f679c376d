import type { Clock } from '@finflow/shared/clock';
import { inOrganization } from '@finflow/shared/database/tenancy';
import { startWorkLoop } from '@finflow/shared/work-loop';
import type { Database } from '../database.ts';
import { screenObservations } from './screening.service.ts';

const lookEveryMs = 250;
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
  return startWorkLoop({
    name: 'anomalies',
    pollMs: lookEveryMs,
    pollAfterFaultMs: lookAfterFaultMs,
    round: async () => ((await screenAll({ owner, database, clock })) ? 1 : 0),
  });
}

type Room = { readonly owner: Database; readonly database: Database; readonly clock: Clock };

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
  select distinct organization_id from screening_request join organization using (organization_id)
  order by organization_id limit ?`;
