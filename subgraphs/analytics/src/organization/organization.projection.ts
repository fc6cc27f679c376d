import type { FinflowEvent } from '@finflow/shared/events/envelope';
import { toldTimeZone } from '@finflow/shared/events/told-time-zone';
import { localDateIn, utc } from '@finflow/shared/time-zone';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** Notes a new organization. Heard twice, it stays as it was. */
export async function addOrganization(
  em: SqlEntityManager,
  { data }: FinflowEvent<'organization_created'>,
): Promise<void> {
  await em.execute(
    `insert into organization (organization_id, name, base_currency, is_demo, country, time_zone)
     values (?, ?, ?, ?, ?, ?) on conflict do nothing`,
    [
      data.organizationId,
      data.name,
      data.baseCurrency,
      data.isDemo,
      data.country ?? null,
      toldTimeZone(data) ?? utc,
    ],
  );
}

/**
 * Notes another name, country or time zone; what the event doesn't say stays as it was.
 * @returns whether its holidays are others now, or its day was another one at the event's time; null when the organization was not heard of yet
 */
export async function changeOrganization(
  em: SqlEntityManager,
  { time, data }: FinflowEvent<'organization_updated'>,
): Promise<boolean | null> {
  const [row] = await em.execute<{ is_elsewhere: boolean; zone: string; zone_before: string }[]>(
    `update organization set name = ?, time_zone = coalesce(?, organization.time_zone),
       country = case when ? then ? else organization.country end
     from (select organization_id, country, time_zone from organization where organization_id = ? for update) as before
     where organization.organization_id = before.organization_id
     returning organization.country is distinct from before.country as is_elsewhere,
       organization.time_zone as zone, before.time_zone as zone_before`,
    [
      data.name,
      toldTimeZone(data),
      data.country !== undefined,
      data.country ?? null,
      data.organizationId,
    ],
  );
  if (!row) return null;
  const dayIn = (zone: string) => localDateIn(zone, new Date(time));
  return row.is_elsewhere || dayIn(row.zone) !== dayIn(row.zone_before);
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
