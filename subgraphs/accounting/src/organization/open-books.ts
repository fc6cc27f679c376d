import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Clock } from '@finflow/shared/clock';
import { utc, type TimeZone } from '@finflow/shared/time-zone';
import { newId } from '@finflow/shared/ids';
import { bulkInsert } from '../bulk-insert.ts';
import { chartOfAccounts } from '../ledger/chart-of-accounts.ts';

export type NewOrganization = {
  readonly organizationId: string;
  readonly name: string;
  readonly baseCurrency: string;
  readonly isDemo: boolean;
  /** UTC without it. */
  readonly timeZone?: TimeZone | null;
};

/** Opens an organization's books: its chart of accounts and an empty chain. Open books stay as they are. */
export async function openBooks(
  em: SqlEntityManager,
  organization: NewOrganization,
  clock: Clock,
): Promise<void> {
  const { organizationId, name, baseCurrency, isDemo, timeZone } = organization;
  const opened = await em.execute<unknown[]>(
    `insert into organization (organization_id, name, base_currency, is_demo, time_zone, created_at)
     values (?, ?, ?, ?, ?, ?) on conflict do nothing returning organization_id`,
    [organizationId, name, baseCurrency, isDemo, timeZone ?? utc, clock.now()],
  );
  if (opened.length === 0) return;
  const columns = {
    id: 'uuid',
    organizationId: 'uuid',
    code: 'varchar',
    name: 'varchar',
    type: 'varchar',
  };
  const rows = chartOfAccounts.map((account) => ({ id: newId(), organizationId, ...account }));
  await bulkInsert(em, 'account', columns, rows);
}
