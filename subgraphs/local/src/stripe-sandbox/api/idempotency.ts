import { createHmac } from 'node:crypto';
import type { Store } from '../store.ts';
import { ApiError, invalidRequest } from './api-error.ts';
import type { Answer } from './route.ts';

const DAY_MS = 86_400_000;
const MAX_KEY_LENGTH = 255;

export interface Attempt {
  readonly key: string;
  readonly path: string;
  /** The request's parameters, as sent. */
  readonly form: string;
  readonly requestId: string;
}

export interface Idempotency {
  /** The stored answer of an equal request before, or null. Throws 400 for another request, 409 in flight. */
  begin(attempt: Attempt): { readonly answer: Answer; readonly requestId: string } | null;
  /** Stores the answer; call it in the transaction of the change, so that both or none exist. */
  remember(attempt: Attempt, answer: Answer): void;
  /** The request is over: the key is no longer in flight. */
  end(attempt: Attempt): void;
}

/**
 * Stripe's rule: for 24 hours the same key with the same parameters gets the same answer. Parameters are
 * kept only as an HMAC under `secret`, because a form may hold a card number.
 */
export function createIdempotency(
  store: Store,
  { secret, nowMs }: { secret: string; nowMs: () => number },
): Idempotency {
  const inFlight = new Set<string>();
  const fingerprint = (form: string) => createHmac('sha256', secret).update(form).digest('hex');

  return {
    begin: (attempt) => {
      const { key, path, form } = attempt;
      if (key.length > MAX_KEY_LENGTH)
        throw invalidRequest('Idempotency keys have up to 255 characters.');
      if (inFlight.has(key)) throw keyInUse(key);
      const stored = store.get('answers', key);
      if (stored !== undefined && stored.createdAtMs > nowMs() - DAY_MS) {
        if (stored.path !== path) throw otherEndpoint(key, stored.path, path);
        if (stored.fingerprint !== fingerprint(form)) throw otherParameters(key);
        return {
          answer: { status: stored.status, body: stored.body },
          requestId: stored.requestId,
        };
      }
      inFlight.add(key);
      return null;
    },
    remember: ({ key, path, form, requestId }, { status, body }) =>
      store.put('answers', {
        id: key,
        path,
        fingerprint: fingerprint(form),
        requestId,
        createdAtMs: nowMs(),
        status,
        body,
      }),
    end: ({ key }) => void inFlight.delete(key),
  };
}

const conflict = (status: number, message: string, code?: string): ApiError =>
  new ApiError(status, {
    type: 'idempotency_error',
    message,
    ...(code === undefined ? {} : { code }),
  });

const keyInUse = (key: string): ApiError =>
  conflict(
    409,
    `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
    'idempotency_key_in_use',
  );

const otherParameters = (key: string): ApiError =>
  conflict(
    400,
    `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
  );

const otherEndpoint = (key: string, before: string, now: string): ApiError =>
  conflict(
    400,
    `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${now}' vs '${before}'). Try using a key other than '${key}' if you meant to execute a different request.`,
  );
