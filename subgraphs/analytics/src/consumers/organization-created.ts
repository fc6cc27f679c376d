import type { Handler } from '@finflow/shared/bus/handlers';
import { addOrganization } from '../organization/organization.projection.ts';

export const organizationCreated: Handler<'organization_created'> = (event, { em }) =>
  addOrganization(em, event);
