import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { inOrganization } from '@finflow/shared/database/tenancy';
import { newId } from '@finflow/shared/ids';
import { isRefusal, refuse, type Refusal } from '@finflow/shared/refusal';
import {
  admit,
  forgive,
  signInCounters,
  type TooManyAttempts,
} from '../attempt/attempt.service.ts';
import { asUser } from '../caller.ts';
import { openOrganization } from '../organization/open-organization.ts';
import { hashPassword } from '../password/argon2id.ts';
import type { Room } from '../room.ts';
import { signIn, startSession, type SignedIn } from '../session/signed-in.ts';
import { findUserByEmail } from './find-user.ts';
import { openUser } from './open-user.ts';
import { readRegistration, type Registration, type RegistrationInput } from './registration.ts';

/**
 * Opens a user, an organization that they own, and a session: all in one transaction, with their events.
 * @returns a session, or what readRegistration refuses, EMAIL_TAKEN, or TOO_MANY_ATTEMPTS (asking for taken addresses counts)
 */
export async function register(
  input: RegistrationInput,
  room: Room,
): Promise<SignedIn | Refusal<'InvalidInput' | 'Conflict'> | TooManyAttempts> {
  const registration = readRegistration(input);
  if (isRefusal(registration)) return registration;
  const counters = signInCounters(registration.email, room.client.address);
  const blocked = await admit(counters, room);
  if (blocked) return blocked;
  if ((await findUserByEmail(room.em, registration.email)) !== null) return emailTaken();
  const signedIn = await openAll(registration, room);
  if (!isRefusal(signedIn)) await forgive(counters, room);
  return signedIn;
}

async function openAll(
  { email, name, password, organizationName, ...organization }: Registration,
  room: Room,
): Promise<SignedIn | Refusal<'Conflict'>> {
  const { baseCurrency, country, timeZone } = organization;
  const { clock, em } = room;
  const now = +clock.now();
  const [userId, organizationId] = [newId(now), newId(now)];
  const passwordHash = await hashPassword(password);
  const opening = asUser(userId, () =>
    inOrganization(organizationId, () =>
      em.transactional(async (tx) => {
        await openUser(tx, { id: userId, email, name, passwordHash }, clock);
        const membership = await openOrganization(
          tx,
          {
            id: organizationId,
            name: organizationName,
            baseCurrency,
            country,
            timeZone,
            isDemo: false,
            createdBy: userId,
          },
          clock,
        );
        return { membership, ...startSession(tx, { userId, organizationId }, room) };
      }),
    ),
  );
  try {
    const { session, membership, refreshSecret } = await opening;
    return await signIn(session, membership, refreshSecret, room);
  } catch (error) {
    if (isEmailTaken(error)) return emailTaken(); // Somebody was faster between the question and the write.
    throw error;
  }
}

const isEmailTaken = (error: unknown): boolean =>
  error instanceof UniqueConstraintViolationException &&
  error.message.includes('user_account_email_unique');

const emailTaken = () =>
  refuse('Conflict', 'EMAIL_TAKEN', 'There is an account with this e-mail. Sign in.', 'email');
