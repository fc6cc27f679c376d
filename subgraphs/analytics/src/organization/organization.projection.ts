import type { FinflowEvent } from '@finflow/shared/events/envelope';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** Notes a new organization. Heard twice, it stays as it was. */
export async function addOrganization(
  em: SqlEntityManager,
  { data }: FinflowEvent<'organization_created'>,
): Promise<void> {
  await em.execute(
    `insert into organization (organization_id, name, base_currency, is_demo) values (?, ?, ?, ?)
     on conflict do nothing`,
    [data.organizationId, data.name, data.baseCurrency, data.isDemo],
  );
}

/**
 * Removes all that analytics holds of the organization in which this runs, if it is a sample company.
 * @returns whether it was one; every other organization keeps its rows
 */
export async function purgeSampleOrganization(em: SqlEntityManager): Promise<boolean> {
  const [row] = await em.execute<{ purged: boolean }[]>(
    'select purge_sample_organization() as purged',
  );
  return row?.purged === true;
}

/** Whether the organization in which this runs is a sample company; null when it was not heard of. */
export async function isSampleCompany(em: SqlEntityManager): Promise<boolean | null> {
  const [row] = await em.execute<{ is_demo: boolean }[]>('select is_demo from organization');
  return row?.is_demo ?? null;
}
