import type { RefreshToken } from './refresh-token.entity.ts';
import type { Session } from './session.entity.ts';

/**
 * Two tabs that wake up together send the same cookie twice. Within this time the second one gets a successor of its own
 * in the same family; later, the token was stolen from one side or the other.
 */
const reuseGraceMs = 10_000;

export type RefreshVerdict = 'ROTATE' | 'OVER' | 'REUSED';

type Token = Pick<RefreshToken, 'rotatedAt' | 'expiresAt'>;

/** What to do with a refresh token that somebody shows. */
export function judgeRefresh(
  token: Token,
  session: Pick<Session, 'isLive'>,
  now: Date,
): RefreshVerdict {
  if (!session.isLive(now) || token.expiresAt <= now) return 'OVER';
  if (!token.rotatedAt) return 'ROTATE';
  return +now - +token.rotatedAt <= reuseGraceMs ? 'ROTATE' : 'REUSED';
}
