import type { Clock } from '@finflow/shared/clock';
import { inOrganization } from '@finflow/shared/database/tenancy';
import { log } from '@finflow/shared/log';
import { startWorkLoop } from '@finflow/shared/work-loop';
import type { Database } from '../database.ts';
import { screenObservations } from './screening.service.ts';

const lookEveryMs = 250;
const lookAfterFaultMs = 2000;
const batch = 20;

export type Screener = { close(): Promise<void> };

/**
 * Looks for anomalies in what was observed since the last look. It asks the database again and again: nothing that was observed is held
 * in memory, so a crash forgets nothing and replicas may run side by side.
 * @param owner the owner's connection: it finds the organizations with something new
 * @param database the application's connection: each is screened inside itself
 */
export function startScreener(owner: Database, database: Database, clock: Clock): Screener {
  const look = createScreening({ owner, database, clock });
  return startWorkLoop({
    name: 'anomalies',
    pollMs: lookEveryMs,
    pollAfterFaultMs: lookAfterFaultMs,
    round: async () => ((await look()) ? 1 : 0),
  });
}

type Room = { readonly owner: Database; readonly database: Database; readonly clock: Clock };

/**
 * What looks at every organization with something new, at most twenty at a time, and says whether there is more to do at once. One whose
 * screening fails is logged and left alone for two seconds: the others don't wait with it.
 */
export function createScreening(
  { owner, database, clock }: Room,
  nowMs = () => performance.now(),
): () => Promise<boolean> {
  const restsUntil = new Map<string, number>();

  async function screenOne(id: string): Promise<boolean> {
    try {
      return await inOrganization(id, () => screenObservations(database.em.fork(), id, clock));
    } catch (error) {
      log.error('screening failed', { organizationId: id, error });
      restsUntil.set(id, nowMs() + lookAfterFaultMs);
      return false;
    }
  }

  return async () => {
    for (const [id, until] of restsUntil) if (until <= nowMs()) restsUntil.delete(id);
    const resting = [...restsUntil.keys()].join(',');
    const waiting = await owner.em
      .fork()
      .execute<{ organization_id: string }[]>(findWaiting, [`{${resting}}`, batch]);
    let isMore = waiting.length === batch;
    for (const { organization_id: id } of waiting) {
      const more = await screenOne(id);
      isMore ||= more;
    }
    return isMore;
  };
}

const findWaiting = `
  select distinct organization_id from screening_request join organization using (organization_id)
  where organization_id <> all (?::uuid[])
  order by organization_id limit ?`;
