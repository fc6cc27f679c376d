import { AsyncLocalStorage } from 'node:async_hooks';
import { applySettings, currentOrganization } from '@finflow/shared/database/tenancy';
import { isId } from '@finflow/shared/ids';

const storage = new AsyncLocalStorage<string | null>();

/**
 * Runs `work` as a user: each database connection it takes sees that user's own rows, and those of the organization
 * that `inOrganization` names. Null is nobody: row-level security then hides every person.
 * @throws RangeError when the id isn't a UUID
 */
export function asUser<T>(userId: string | null, work: () => T): T {
  if (userId !== null && !isId(userId)) throw new RangeError('userId must be a UUID');
  return storage.run(userId, work);
}

/** MikroORM's onReserveConnection in this room: names organization and user at every checkout, so that none leaks. */
export const nameCaller = (connection: unknown): Promise<void> =>
  applySettings(connection, {
    'app.organization_id': currentOrganization() ?? '',
    'app.user_id': storage.getStore() ?? '',
  });
