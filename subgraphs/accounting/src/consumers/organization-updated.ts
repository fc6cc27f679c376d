import type { Handler } from '@finflow/shared/bus/handlers';
import { NotYet } from '@finflow/shared/bus/not-yet';

/** Documents name their seller. Its creation may still be on the way, on another topic. */
export const organizationUpdated: Handler<'organization_updated'> = async ({ data }, { em }) => {
  const renamed = await em.execute<unknown[]>(
    'update organization set name = ? where organization_id = ? returning organization_id',
    [data.name, data.organizationId],
  );
  if (renamed.length === 0) throw new NotYet('The organization was not heard of yet.');
};
