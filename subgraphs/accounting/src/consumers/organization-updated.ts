import type { Handler } from '@finflow/shared/bus/handlers';
import { NotYet } from '@finflow/shared/bus/not-yet';
import { toldTimeZone } from '@finflow/shared/events/told-time-zone';

/** Documents name their seller, and entries are dated by its days. Its creation may still be on the way, on another topic. */
export const organizationUpdated: Handler<'organization_updated'> = async ({ data }, { em }) => {
  const known = await em.execute<unknown[]>(
    `update organization set name = ?, time_zone = coalesce(?, time_zone)
     where organization_id = ? returning organization_id`,
    [data.name, toldTimeZone(data), data.organizationId],
  );
  if (known.length === 0) throw new NotYet('The organization was not heard of yet.');
};
