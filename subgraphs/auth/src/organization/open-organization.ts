import { newId } from '@finflow/shared/ids';
import type { Clock } from '@finflow/shared/clock';
import { newEvent } from '@finflow/shared/events/envelope';
import { recordEvents } from '@finflow/shared/outbox/record-event';
import type { EntityManager } from '../database.ts';
import { Membership } from './membership.entity.ts';
import { Organization } from './organization.entity.ts';

export type NewOrganization = {
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
  { id: organizationId, name, baseCurrency, isDemo, createdBy }: NewOrganization,
  clock: Clock,
): Promise<Membership> {
  const createdAt = clock.now();
  tx.create(Organization, { id: organizationId, name, baseCurrency, isDemo, createdBy, createdAt });
  const membership = tx.create(Membership, {
    id: newId(+createdAt),
    organizationId,
    userId: createdBy,
    role: 'OWNER',
    createdAt,
  });
  await tx.flush();
  const about = { source: '/auth', subject: organizationId, organizationId };
  const opened = { organizationId, name, baseCurrency, isDemo, createdBy };
  const joined = { organizationId, userId: createdBy, role: 'OWNER' as const };
  await recordEvents(tx, [
    newEvent('organization_created', { ...about, data: opened }, clock),
    newEvent('member_changed', { ...about, data: joined }, clock),
  ]);
  return membership;
}
