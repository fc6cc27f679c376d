import type { Clock } from '@finflow/shared/clock';
import { newEvent } from '@finflow/shared/events/envelope';
import { recordEvent } from '@finflow/shared/outbox/record-event';
import type { EntityManager } from '../database.ts';
import { Password } from '../password/password.entity.ts';
import { User } from './user.entity.ts';

export type NewUser = {
  readonly id: string;
  /** Normalised. */
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
};

/**
 * Writes a user and tells of it, in the caller's transaction.
 * @throws UniqueConstraintViolationException when the e-mail address is taken
 */
export async function openUser(
  tx: EntityManager,
  { id, email, name, passwordHash }: NewUser,
  clock: Clock,
): Promise<User> {
  const now = clock.now();
  const user = tx.create(User, { id, email, name, createdAt: now });
  tx.create(Password, { userId: id, hash: passwordHash, changedAt: now });
  await tx.flush();
  const about = { source: '/auth', subject: id, organizationId: null };
  await recordEvent(tx, newEvent('user_created', { ...about, data: { userId: id } }, clock));
  return user;
}
