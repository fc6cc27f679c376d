import { LockMode } from '@mikro-orm/core';
import { log } from '@finflow/shared/log';
import type { Refusal } from '@finflow/shared/refusal';
import { asUser } from '../caller.ts';
import { chooseMembership } from '../organization/choose-membership.ts';
import type { Room } from '../room.ts';
import { findUserByRefreshToken } from '../user/find-user.ts';
import { endSession } from './end-session.ts';
import { hashRefreshSecret } from './refresh-secret.ts';
import { RefreshToken } from './refresh-token.entity.ts';
import { judgeRefresh } from './refresh-verdict.ts';
import { Session } from './session.entity.ts';
import { addRefreshToken, sessionOver, signIn, type SignedIn } from './signed-in.ts';

/**
 * Exchanges a refresh token for the next one and a new access token, with the rights of today.
 * A token that was exchanged more than ten seconds ago ends its whole session: one of its two holders stole it.
 * @returns a session, or SESSION_OVER
 */
export async function refreshSession(
  secret: string | null,
  room: Room,
): Promise<SignedIn | Refusal<'NotSignedIn'>> {
  const holder = await findHolder(secret, room);
  if (!holder) return sessionOver();
  return asUser(holder.userId, async () => {
    const next = await rotate(holder.hash, room);
    return next ? signIn(next.session, next.membership, next.refreshSecret, room) : sessionOver();
  });
}

/** Ends the session of a refresh token, whichever of its family it is. Succeeds also when there is none. */
export async function logOut(secret: string | null, room: Room): Promise<void> {
  const holder = await findHolder(secret, room);
  if (!holder) return;
  await asUser(holder.userId, () =>
    room.em.transactional(async (tx) => {
      const token = await tx.findOneOrFail(RefreshToken, { hash: holder.hash });
      const session = await lockSession(tx, token.sessionId);
      await endSession(tx, session, 'LOGGED_OUT', room);
    }),
  );
}

async function rotate(hash: string, room: Room) {
  const { em, clock, client } = room;
  return em.transactional(async (tx) => {
    const found = await tx.findOneOrFail(RefreshToken, { hash });
    const session = await lockSession(tx, found.sessionId);
    // Read again under the session's lock: two tabs come here at once.
    const token = await tx.refreshOrFail(found);
    const now = clock.now();
    const verdict = judgeRefresh(token, session, now);
    if (verdict === 'REUSED') {
      await endSession(tx, session, 'TOKEN_REUSED', room);
      log.warn('a refresh token was used again: its session is ended', { sessionId: session.id });
    }
    if (verdict !== 'ROTATE') return null;
    token.rotatedAt ??= now;
    session.device = client.device;
    session.address = client.address;
    const membership = await chooseMembership(tx, session.userId, session.organizationId ?? null);
    session.organizationId = membership?.organizationId ?? null;
    return { session, membership, refreshSecret: addRefreshToken(tx, session, now) };
  });
}

const lockSession = (tx: Room['em'], id: string): Promise<Session> =>
  tx.findOneOrFail(Session, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });

async function findHolder(secret: string | null, { em }: Room) {
  if (secret === null || secret.length > 100) return null;
  const hash = hashRefreshSecret(secret);
  const userId = await findUserByRefreshToken(em, hash);
  return userId === null ? null : { userId, hash };
}
