import { newId } from '@finflow/shared/ids';
import type { Clock } from '@finflow/shared/clock';
import { newEvent } from '@finflow/shared/events/envelope';
import { recordEvents } from '@finflow/shared/outbox/record-event';
import type { EntityManager } from '../database.ts';
import { Membership } from './membership.entity.ts';
import { Organization } from './organization.entity.ts';
import type { Place } from './organization-place.ts';

export type NewOrganization = Place & {
  readonly id: string;
  readonly name: string;
  readonly baseCurrency: string;
  readonly isDemo: boolean;
  /** Becomes its owner. */
  readonly createdBy: string;
};

/** Opens an organization with its owner and tells of both, in the caller's transaction and inside that organization. */
export async function openOrganization(
  tx: EntityManager,
  { id: organizationId, ...opened }: NewOrganization,
  clock: Clock,
): Promise<Membership> {
  const { createdBy: userId } = opened;
  const createdAt = clock.now();
  tx.create(Organization, { id: organizationId, ...opened, createdAt });
  const membership = tx.create(Membership, {
    id: newId(+createdAt),
    organizationId,
    userId,
    role: 'OWNER',
    createdAt,
  });
  await tx.flush();
  const about = { source: '/auth', subject: organizationId, organizationId };
  const joined = { organizationId, userId, role: 'OWNER' as const };
  await recordEvents(tx, [
    newEvent('organization_created', { ...about, data: { organizationId, ...opened } }, clock),
    newEvent('member_changed', { ...about, data: joined }, clock),
  ]);
  return membership;
}
