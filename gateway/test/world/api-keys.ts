import { randomBytes } from 'node:crypto';
import { hashApiKey, type VerifiedApiKey } from '@finflow/shared/api-key';
import { newId } from '@finflow/shared/ids';
import { apiKeyScopes } from '@finflow/shared/viewer';
import type { Books } from './books.ts';

/** A key's text that has the right shape; nobody issued it. */
export const apiKeyText = (): string =>
  `ffk_${randomBytes(4).toString('hex')}_${randomBytes(22).toString('hex').slice(1)}`;

/** Issues a key of the books' organization as auth does, with all scopes unless told otherwise; gives its text. */
export function issueApiKey(books: Books, key: Partial<VerifiedApiKey> = {}): string {
  const text = apiKeyText();
  books.apiKeys.set(hashApiKey(text), {
    apiKeyId: newId(),
    organizationId: books.organizationId,
    scopes: apiKeyScopes,
    expiresAt: null,
    ...key,
  });
  return text;
}
