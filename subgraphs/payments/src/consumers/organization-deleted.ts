import type { Handler } from '@finflow/shared/bus/handlers';
import type { Database } from '../database.ts';
import { purgeOrganization } from '../organization/purge-organization.ts';

/** Removes a sample company, by the owner's connection: the application itself may not delete anything. */
export const onOrganizationDeleted =
  (ownerDatabase: Database): Handler<'organization_deleted'> =>
  async ({ data }) => {
    await purgeOrganization(ownerDatabase, data.organizationId);
  };
