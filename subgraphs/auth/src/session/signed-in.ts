import { newId } from '@finflow/shared/ids';
import { refuse, type Refusal } from '@finflow/shared/refusal';
import type { EntityManager } from '../database.ts';
import type { Membership } from '../organization/membership.entity.ts';
import type { Room } from '../room.ts';
import { hashRefreshSecret, newRefreshSecret, refreshTokenSeconds } from './refresh-secret.ts';
import { RefreshToken } from './refresh-token.entity.ts';
import { Session } from './session.entity.ts';

/** What a sign-in or a refresh gives. */
export type SignedIn = {
  readonly accessToken: string;
  readonly expiresAt: Date;
  readonly userId: string;
  readonly organizationId: string | null;
  /** For the cookie; null when the one that the browser holds stays good. */
  readonly refreshSecret: string | null;
};

/** Starts a session with its first refresh token, in the caller's transaction. */
export function startSession(
  tx: EntityManager,
  { userId, organizationId }: { userId: string; organizationId: string | null },
  { clock, client }: Room,
): { readonly session: Session; readonly refreshSecret: string } {
  const now = clock.now();
  const session = tx.create(Session, {
    id: newId(+now),
    userId,
    organizationId,
    device: client.device,
    address: client.address,
    createdAt: now,
    lastUsedAt: now,
    expiresAt: now, // The first refresh token moves it on.
  });
  return { session, refreshSecret: addRefreshToken(tx, session, now) };
}

/** The next refresh token of a session's family; the session lives as long as its youngest token. */
export function addRefreshToken(tx: EntityManager, session: Session, now: Date): string {
  const secret = newRefreshSecret();
  const expiresAt = new Date(+now + refreshTokenSeconds * 1000);
  tx.create(RefreshToken, {
    hash: hashRefreshSecret(secret),
    sessionId: session.id,
    userId: session.userId,
    createdAt: now,
    expiresAt,
  });
  session.lastUsedAt = now;
  session.expiresAt = expiresAt;
  return secret;
}

/** Signs the session's access token, for the organization and role of the membership. */
export async function signIn(
  session: Session,
  membership: Pick<Membership, 'organizationId' | 'role'> | null,
  refreshSecret: string | null,
  { accessTokens, clock }: Room,
): Promise<SignedIn> {
  const organizationId = membership?.organizationId ?? null;
  const { text, expiresAt } = await accessTokens.issue(
    {
      userId: session.userId,
      sessionId: session.id,
      organizationId,
      role: membership?.role ?? null,
    },
    clock.now(),
  );
  return { accessToken: text, expiresAt, userId: session.userId, organizationId, refreshSecret };
}

export const sessionOver = (): Refusal<'NotSignedIn'> =>
  refuse('NotSignedIn', 'SESSION_OVER', 'Your session is over. Sign in again.');
