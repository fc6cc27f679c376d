import { createHash } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import { refuse, type Refusal } from '@finflow/shared/refusal';
import type { Room } from '../room.ts';
import {
  accountRule,
  addressRule,
  delaySeconds,
  remembered,
  type AttemptRule,
} from './attempt-delay.ts';
import { Attempt } from './attempt.entity.ts';

export type TooManyAttempts = Refusal<'TooManyAttempts'> & { readonly retryAfterSeconds: number };

type Counter = { readonly key: string; readonly rule: AttemptRule };

/** What a try to sign in counts against: this account from this address, and this address. */
export const signInCounters = (email: string, address: string): readonly Counter[] =>
  [
    { key: hashed('account', email, address), rule: accountRule },
    { key: hashed('address', address), rule: addressRule },
  ].sort((a, b) => (a.key < b.key ? -1 : 1)); // One order of locks for all.

/**
 * Counts a try before it is judged, so that tries sent at once count too. `forgive` takes it back after a success.
 * @returns null to go on, or TOO_MANY_ATTEMPTS with the seconds to wait; a refused try isn't counted
 */
export async function admit(
  counters: readonly Counter[],
  { em, clock }: Room,
): Promise<TooManyAttempts | null> {
  const now = clock.now();
  return em.fork().transactional(async (tx) => {
    await tx.upsertMany(
      Attempt,
      counters.map(({ key }) => unused(key, now)),
      {
        onConflictAction: 'ignore',
      },
    );
    const attempts = await tx.find(
      Attempt,
      { key: { $in: counters.map(({ key }) => key) } },
      { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { key: 'asc' } },
    );
    const waitMs = Math.max(...attempts.map(({ blockedUntil }) => +blockedUntil - +now));
    if (waitMs > 0) return tooMany(Math.ceil(waitMs / 1000));
    for (const attempt of attempts) count(attempt, ruleOf(counters, attempt.key), now);
    return null;
  });
}

/** The try succeeded: forgets the account's failures from this address, and takes one back from the address. */
export async function forgive(counters: readonly Counter[], { em }: Room): Promise<void> {
  await em.fork().transactional(async (tx) => {
    const attempts = await tx.find(
      Attempt,
      { key: { $in: counters.map(({ key }) => key) } },
      { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { key: 'asc' } },
    );
    for (const attempt of attempts) {
      const isAccount = ruleOf(counters, attempt.key) === accountRule;
      attempt.failures = isAccount ? 0 : Math.max(0, attempt.failures - 1);
      if (isAccount) attempt.blockedUntil = attempt.lastFailureAt;
    }
  });
}

function count(attempt: Attempt, rule: AttemptRule, now: Date): void {
  attempt.failures = remembered(attempt.failures, +now - +attempt.lastFailureAt, rule) + 1;
  attempt.lastFailureAt = now;
  attempt.blockedUntil = new Date(+now + delaySeconds(attempt.failures, rule) * 1000);
}

const unused = (key: string, now: Date) => ({
  key,
  failures: 0,
  blockedUntil: now,
  lastFailureAt: now,
});

const ruleOf = (counters: readonly Counter[], key: string): AttemptRule =>
  counters.find((counter) => counter.key === key)?.rule ?? accountRule;

const tooMany = (retryAfterSeconds: number): TooManyAttempts => ({
  ...refuse(
    'TooManyAttempts',
    'TOO_MANY_ATTEMPTS',
    `Too many tries. Wait ${retryAfterSeconds} seconds, then try again.`,
  ),
  retryAfterSeconds,
});

const hashed = (...parts: readonly string[]) =>
  createHash('sha256').update(parts.join('\0')).digest('hex');
