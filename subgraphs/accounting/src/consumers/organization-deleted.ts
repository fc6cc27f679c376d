import type { Handler } from '@finflow/shared/bus/handlers';
import type { Database } from '../database.ts';
import { purgeOrganization } from '../organization/purge-organization.ts';

/** Removes a sample company. The books of a real one stay: the law asks for them. */
export const organizationDeleted =
  (owner: Database): Handler<'organization_deleted'> =>
  (event) =>
    purgeOrganization(owner, event.data.organizationId);
