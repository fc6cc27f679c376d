import type { EntityManager } from '../database.ts';
import { Membership } from './membership.entity.ts';

/**
 * Where a session acts: in the preferred organization while the user still belongs to it, else in the one joined first.
 * Null when the user belongs to none.
 */
export async function chooseMembership(
  em: EntityManager,
  userId: string,
  preferredOrganizationId: string | null,
): Promise<Membership | null> {
  const memberships = await em.find(Membership, { userId }, { orderBy: { createdAt: 'asc' } });
  const preferred = memberships.find(
    ({ organizationId }) => organizationId === preferredOrganizationId,
  );
  return preferred ?? memberships[0] ?? null;
}
