import { timingSafeEqual } from 'node:crypto';
import type { HttpRequest } from '../http.ts';
import { ApiError } from './api-error.ts';
import type { Params } from './form.ts';

export interface Keys {
  readonly secretKey: string;
  readonly publishableKey: string;
}

export type Caller = 'secret' | 'publishable';

/** Who calls, by API key: bearer, basic, or (as Stripe's browser code does) the parameter `key`. */
export function identify(keys: Keys, request: HttpRequest, params: Params = {}): Caller {
  const key = keyOf(request) ?? (typeof params['key'] === 'string' ? params['key'] : undefined);
  if (key === undefined || key === '') {
    throw unauthorized(
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
    );
  }
  if (isSame(key, keys.secretKey)) return 'secret';
  if (isSame(key, keys.publishableKey)) return 'publishable';
  throw unauthorized(`Invalid API Key provided: ${key.slice(0, 8)}****${key.slice(-4)}`);
}

function keyOf(request: HttpRequest): string | undefined {
  const header = request.header('authorization') ?? '';
  const [scheme, value = ''] = header.split(' ');
  if (scheme?.toLowerCase() === 'bearer') return value;
  if (scheme?.toLowerCase() !== 'basic') return undefined;
  return Buffer.from(value, 'base64').toString('utf8').split(':')[0];
}

function isSame(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)];
  return first.length === second.length && timingSafeEqual(first, second);
}

const unauthorized = (message: string): ApiError =>
  new ApiError(401, { type: 'invalid_request_error', message });
