import type { LocalDate } from '@finflow/shared/local-date';
import { localDateIn, utc } from '@finflow/shared/time-zone';
import type { Room } from '../room.ts';
import { Organization } from './organization.entity.ts';

/** The day that it is where the organization is; in UTC until organization_created has arrived. */
export async function todayOf({ em, organizationId, clock }: Room): Promise<LocalDate> {
  const organization = await em.findOne(Organization, { organizationId });
  return localDateIn(organization?.timeZone ?? utc, clock.now());
}
