import { createHash } from 'node:crypto';

/** An API key's text: `ffk_`, eight characters by which people tell keys apart, `_`, and 43 of base 62: 256 random bits. */
const shape = /^ffk_[0-9A-Za-z]{8}_[0-9A-Za-z]{43}$/;

/** True for a text that could be an API key; whether it is one, auth knows. */
export const isApiKeyText = (text: string): boolean => shape.test(text);

/** How an API key is stored, sought, and handed on inside the house. A plain hash is enough for 256 random bits. */
export const hashApiKey = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Auth's own address where the gateway asks about a key: POST with an ApiKeyQuestion, signed by the viewer's header. */
export const apiKeyPath = '/api-keys/verify';

export type ApiKeyQuestion = { readonly hash: string };

/** What auth answers (200) about a key that is good; to any other it says 404. */
export type VerifiedApiKey = {
  readonly apiKeyId: string;
  readonly organizationId: string;
  readonly scopes: readonly string[];
  /** The instant from which it is no longer good, in ISO 8601; null: it has no end. */
  readonly expiresAt: string | null;
};
