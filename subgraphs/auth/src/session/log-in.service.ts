import { randomId } from '@finflow/shared/ids';
import { isRefusal, refuse, type Refusal } from '@finflow/shared/refusal';
import {
  admit,
  forgive,
  signInCounters,
  type TooManyAttempts,
} from '../attempt/attempt.service.ts';
import { asUser } from '../caller.ts';
import { chooseMembership } from '../organization/choose-membership.ts';
import { hashPassword, needsUpgrade, verifyPassword } from '../password/argon2id.ts';
import { maxPasswordLength } from '../password/password-policy.ts';
import { Password } from '../password/password.entity.ts';
import type { Room } from '../room.ts';
import { normaliseEmail } from '../user/email-address.ts';
import { findUserByEmail } from '../user/find-user.ts';
import { Session } from './session.entity.ts';
import { signIn, startSession, type SignedIn } from './signed-in.ts';

export type LogIn = { readonly email: string; readonly password: string };

/**
 * Signs in by e-mail and password. Whether the address is known can be told neither from the answer nor from its time.
 * @returns a session, or WRONG_CREDENTIALS, or TOO_MANY_ATTEMPTS
 */
export async function logIn(
  { email, password }: LogIn,
  room: Room,
): Promise<SignedIn | Refusal<'NotSignedIn'> | TooManyAttempts> {
  const address = normaliseEmail(email) ?? '';
  const counters = signInCounters(address, room.client.address);
  const blocked = await admit(counters, room);
  if (blocked) return blocked;
  const known = await findUserByEmail(room.em, address);
  const userId = known ?? randomId(); // Nobody's id: the same queries are made for nobody.
  const signedIn = await asUser(userId, () => logInAs(userId, password, room));
  if (!isRefusal(signedIn)) await forgive(counters, room);
  return signedIn;
}

async function logInAs(
  userId: string,
  password: string,
  room: Room,
): Promise<SignedIn | Refusal<'NotSignedIn'>> {
  const stored = await room.em.findOne(Password, { userId });
  const isPossible = password.length <= 4 * maxPasswordLength;
  const hash = isPossible ? (stored?.hash ?? null) : null;
  const isRight = await verifyPassword(isPossible ? password : '', hash);
  if (!stored || !isRight) return wrongCredentials();
  const upgraded = needsUpgrade(stored.hash) ? await hashPassword(password) : null;
  const { session, membership, refreshSecret } = await room.em.transactional(async (tx) => {
    if (upgraded !== null) await tx.nativeUpdate(Password, { userId }, { hash: upgraded });
    const last = await tx.findOne(Session, { userId }, { orderBy: { lastUsedAt: 'desc' } });
    const chosen = await chooseMembership(tx, userId, last?.organizationId ?? null);
    const organizationId = chosen?.organizationId ?? null;
    return { ...startSession(tx, { userId, organizationId }, room), membership: chosen };
  });
  return signIn(session, membership, refreshSecret, room);
}

const wrongCredentials = () =>
  refuse('NotSignedIn', 'WRONG_CREDENTIALS', 'The e-mail address or the password is wrong.');
