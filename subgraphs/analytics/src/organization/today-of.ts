import type { Clock } from '@finflow/shared/clock';
import type { LocalDate } from '@finflow/shared/local-date';
import { localDateIn, utc } from '@finflow/shared/time-zone';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { Organization } from './organization.entity.ts';

/** The day that it is where an organization is. */
export const todayIn = ({ timeZone }: Pick<Organization, 'timeZone'>, clock: Clock): LocalDate =>
  localDateIn(timeZone, clock.now());

/** The day that it is where the organization is in which this runs; in UTC until organization_created has arrived. */
export async function todayOf(em: SqlEntityManager, clock: Clock): Promise<LocalDate> {
  const [organization] = await em.find(Organization, {}, { limit: 1 });
  return todayIn(organization ?? { timeZone: utc }, clock);
}
