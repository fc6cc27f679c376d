import type { Handler } from '@finflow/shared/bus/handlers';
import { log } from '@finflow/shared/log';
import { purgeSampleCompany } from '../organization/purge-sample-company.ts';

/** Removes a sample company. The books of a real one stay: the law asks for them. */
export const organizationDeleted: Handler<'organization_deleted'> = async (_event, { em }) => {
  if (await purgeSampleCompany(em)) return;
  log.warn('an organization that is no sample keeps its books');
};
