import { log } from '@finflow/shared/log';
import type { Database } from '../database.ts';

/** Children before parents; the organization last, because it says that the others may go. */
const tables = [
  'outbox',
  'inbox',
  'parked_event',
  'import_row',
  'receivables_import',
  'refund',
  'settlement',
  'posting',
  'journal_entry',
  'invoice_activity',
  'invoice_line',
  'invoice',
  'customer',
  'account_balance',
  'period_lock',
  'account',
  'ledger_head',
  'organization',
];

/** Deletes all that is stored of a sample company, by the owner's connection. The database refuses it for any other. */
export async function purgeOrganization(owner: Database, organizationId: string): Promise<void> {
  const em = owner.em.fork();
  const [organization] = await em.execute<{ is_demo: boolean }[]>(
    'select is_demo from organization where organization_id = ?',
    [organizationId],
  );
  if (!organization?.is_demo) {
    log.warn('an organization that is no sample keeps its books', { organizationId });
    return;
  }
  await em.transactional(async (tx) => {
    for (const table of tables) {
      await tx.execute(`delete from ${table} where organization_id = ?`, [organizationId]);
    }
  });
}
