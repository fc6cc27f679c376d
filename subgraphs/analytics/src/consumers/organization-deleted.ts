import type { Handler } from '@finflow/shared/bus/handlers';
import { NotYet } from '@finflow/shared/bus/not-yet';
import { log } from '@finflow/shared/log';
import {
  isSampleCompany,
  purgeSampleOrganization,
} from '../organization/organization.projection.ts';

/** Removes a sample company. Its creation may still be on the way, on another topic: until then nobody knows what it is. */
export const organizationDeleted: Handler<'organization_deleted'> = async (_event, { em }) => {
  const isSample = await isSampleCompany(em);
  if (isSample === null) throw new NotYet('The organization was not heard of yet.');
  if (isSample) await purgeSampleOrganization(em);
  else log.warn('an organization that is no sample company keeps its figures');
};
