import { isId } from '@finflow/shared/ids';
import type { Database } from '../database.ts';
import { Organization } from './organization.entity.ts';

/**
 * For operators at the command line: an organization by its id or its exact name, by the owner's connection.
 * @returns null when there is none
 * @throws RangeError when several have the name: then only the id will do
 */
export async function findOrganization(
  idOrName: string,
  owner: Database,
): Promise<Organization | null> {
  const where = isId(idOrName) ? { id: idOrName } : { name: idOrName };
  const found = await owner.em.fork().find(Organization, where, { limit: 2 });
  if (found.length > 1) throw new RangeError(`Several organizations are called ${idOrName}.`);
  return found[0] ?? null;
}
