import type { Handler } from '@finflow/shared/bus/handlers';
import { NotYet } from '@finflow/shared/bus/not-yet';

/** The pay page names who asks for the money. Its creation may still be on the way, on another topic. */
export const onOrganizationUpdated: Handler<'organization_updated'> = async ({ data }, { em }) => {
  const renamed = await em.execute<unknown[]>(
    'update organization set name = ? where organization_id = ? returning organization_id',
    [data.name, data.organizationId],
  );
  if (renamed.length === 0) throw new NotYet('The organization was not heard of yet.');
};
