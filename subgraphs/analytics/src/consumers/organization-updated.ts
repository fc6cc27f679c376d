import type { Handler } from '@finflow/shared/bus/handlers';
import { NotYet } from '@finflow/shared/bus/not-yet';
import { requestForecast } from '../forecast/forecast-request.ts';
import { changeOrganization } from '../organization/organization.projection.ts';

/** The read model knows the organization as its owner calls it, and where it is. Its creation may still be on the way, on another topic. */
export const organizationUpdated: Handler<'organization_updated'> = async (event, { em }) => {
  const isMoved = await changeOrganization(em, event);
  if (isMoved === null) throw new NotYet('The organization was not heard of yet.');
  if (isMoved) await requestForecast(em, [event]);
};
