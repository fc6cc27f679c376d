import { dispatch } from '@finflow/shared/bus/handlers';
import { inOrganization } from '@finflow/shared/database/tenancy';
import { type FinflowEvent, topicOf } from '@finflow/shared/events/envelope';
import { handlers } from '../../src/consumers/handlers.ts';
import type { Database } from '../../src/database.ts';

/** Handles events as the consumer does: in their order, in one transaction, inside their organization. */
export async function hear(database: Database, events: readonly FinflowEvent[]): Promise<void> {
  const organizationId = events[0]?.organizationid ?? null;
  await inOrganization(organizationId, () =>
    database.em.fork().transactional(async (em) => {
      for (const event of events) {
        if (event.organizationid !== organizationId) throw new Error('One organization at a time');
        await dispatch(handlers, topicOf(event), event, { em });
      }
    }),
  );
}
