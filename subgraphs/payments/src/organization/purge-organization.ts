import { log } from '@finflow/shared/log';
import type { Database } from '../database.ts';

/** Children first: foreign keys stand between them. */
const statements = [
  `delete from webhook_inbox w using payment p
     where p.organization_id = ? and (p.id = w.payment_id or p.provider_intent_id = w.intent_id)`,
  'delete from start_request where organization_id = ?',
  'delete from dispute where organization_id = ?',
  'delete from refund where organization_id = ?',
  'delete from payment_activity where organization_id = ?',
  'delete from payment where organization_id = ?',
  'delete from payable_invoice where organization_id = ?',
  'delete from organization where organization_id = ?',
];

/** Deletes all rows of a sample company. A real organization's books are never deleted: then it does nothing. */
export const purgeOrganization = (ownerDatabase: Database, organizationId: string): Promise<void> =>
  ownerDatabase.em.fork().transactional(async (em) => {
    const found: unknown[] = await em.execute(
      'select from organization where organization_id = ? and is_demo for update',
      [organizationId],
    );
    if (found.length === 0) {
      log.warn('only a sample company can be deleted', { organizationId });
      return;
    }
    for (const statement of statements) await em.execute(statement, [organizationId]);
  });
