import { LockMode } from '@mikro-orm/core';
import { newEvent } from '@finflow/shared/events/envelope';
import { refuse, type Refusal } from '@finflow/shared/refusal';
import { recordEvents } from '@finflow/shared/outbox/record-event';
import type { Room } from '../room.ts';
import { viewerUser } from '../viewer-user.ts';
import { Membership } from './membership.entity.ts';
import { Organization } from './organization.entity.ts';

/**
 * Removes the sample company in which the caller acts, by the owner's connection; `organization_deleted` lets every
 * other subgraph do the same. The caller's session acts in another organization, or in none, from its next refresh on.
 * @returns its id, or NOT_A_DEMO
 */
export async function removeDemoOrganization(
  room: Room,
): Promise<{ readonly organizationId: string } | Refusal<'Conflict'>> {
  const { organizationId } = viewerUser(room);
  if (organizationId === null) return notADemo();
  return room.owner.em.fork().transactional(async (tx) => {
    const organization = await tx.findOne(
      Organization,
      { id: organizationId, isDemo: true },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (!organization) return notADemo();
    const members = await tx.find(Membership, { organizationId });
    await tx.nativeDelete(Organization, { id: organizationId }); // Memberships go with it, sessions let go of it.
    const about = { source: '/auth', subject: organizationId, organizationId };
    const left = members.map(({ userId }) => ({ organizationId, userId, role: null }));
    await recordEvents(tx, [
      ...left.map((data) => newEvent('member_changed', { ...about, data }, room.clock)),
      newEvent('organization_deleted', { ...about, data: { organizationId } }, room.clock),
    ]);
    return { organizationId };
  });
}

const notADemo = () =>
  refuse('Conflict', 'NOT_A_DEMO', 'Only the sample company can be removed. Nothing was changed.');
