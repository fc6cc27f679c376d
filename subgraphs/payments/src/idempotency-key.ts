import { UniqueConstraintViolationException } from '@mikro-orm/core';

/** Whether a client may choose this key: 1 to 200 visible ASCII characters. */
export const isIdempotencyKey = (text: string): boolean => /^[\x21-\x7e]{1,200}$/.test(text);

/**
 * Runs what claims a client's key. Who claims one thing waits at its row's lock; when two things are claimed by one key at one
 * moment, the database lets one have it, and the other gets `reused`, as if it had come later.
 */
export async function claimKey<T, R>(claim: () => Promise<T>, reused: R): Promise<T | R> {
  try {
    return await claim();
  } catch (error) {
    if (isTaken(error)) return reused;
    throw error;
  }
}

const isTaken = (error: unknown): boolean =>
  error instanceof UniqueConstraintViolationException &&
  keyConstraints.some((constraint) => error.message.includes(constraint));

const keyConstraints = ['start_request_pkey', 'refund_organization_id_idempotency_key_unique'];
