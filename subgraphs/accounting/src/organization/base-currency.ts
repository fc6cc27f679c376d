import type { Em } from '../database.ts';
import { Organization } from './organization.entity.ts';

/** The currency of the organization's books. */
export async function baseCurrency(room: {
  readonly em: Em;
  readonly organizationId: string;
}): Promise<string> {
  const { organizationId } = room;
  return (await room.em.findOneOrFail(Organization, { organizationId })).baseCurrency;
}
