import type { Clock } from '@finflow/shared/clock';
import { inOrganization } from '@finflow/shared/database/tenancy';
import { log } from '@finflow/shared/log';
import { startWorkLoop } from '@finflow/shared/work-loop';
import type { Database } from '../database.ts';
import { suggestOpen } from './suggest-open.ts';

const lookEveryMs = 150;
const lookAfterFaultMs = 2000;
const batch = 20;

export type Suggester = { close(): Promise<void> };

/**
 * Suggests categories where something came that asks for it. It looks at the database again and again: nothing is held in memory, so
 * a crash forgets nothing and replicas may run side by side.
 * @param owner the owner's connection: it finds the requests of all organizations
 * @param database the application's connection: each organization's are suggested inside it
 */
export function startSuggester(owner: Database, database: Database, clock: Clock): Suggester {
  return startWorkLoop({
    name: 'categories',
    pollMs: lookEveryMs,
    pollAfterFaultMs: lookAfterFaultMs,
    round: async () => {
      await suggestWhereAsked(owner, database, clock);
      return 0;
    },
  });
}

/** One look: suggests for the organizations that have waited longest. */
async function suggestWhereAsked(owner: Database, database: Database, clock: Clock): Promise<void> {
  const asking = await owner.em
    .fork()
    .execute<{ organization_id: string }[]>(
      'select organization_id from suggestion_request order by requested_at, organization_id limit ?',
      [batch],
    );
  for (const { organization_id: organizationId } of asking) {
    try {
      await inOrganization(organizationId, () =>
        database.em.fork().transactional((em) => suggestOpen({ em, organizationId, clock })),
      );
    } catch (error) {
      // Its request is still there: it has its turn again, and the others don't wait for it.
      log.error('suggesting categories failed', { organizationId, error });
    }
  }
}
