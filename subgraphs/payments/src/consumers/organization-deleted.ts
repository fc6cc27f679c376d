import type { Handler } from '@finflow/shared/bus/handlers';
import { NotYet } from '@finflow/shared/bus/not-yet';
import { log } from '@finflow/shared/log';

/**
 * Removes a sample company; a real one keeps its payments. Its creation may still be on the way, on another topic: until
 * then nobody knows which it is.
 */
export const onOrganizationDeleted: Handler<'organization_deleted'> = async (_event, { em }) => {
  const [answer] = await em.execute<{ deleted: boolean | null }[]>(
    'select delete_sample_organization() as deleted',
  );
  if (answer?.deleted == null) throw new NotYet('The organization was not heard of yet.');
  if (!answer.deleted) log.warn('an organization that is no sample company keeps its payments');
};
