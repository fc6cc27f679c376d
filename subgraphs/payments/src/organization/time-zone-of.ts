import { utc, type TimeZone } from '@finflow/shared/time-zone';
import type { Em } from '../database.ts';
import { Organization } from './organization.entity.ts';

/** The zone of an organization's clocks; UTC until organization_created has arrived. */
export async function timeZoneOf(
  em: Em,
  { organizationId }: { readonly organizationId: string },
): Promise<TimeZone> {
  return (await em.findOne(Organization, { organizationId }))?.timeZone ?? utc;
}
