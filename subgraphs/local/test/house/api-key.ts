import { apiKeyScopes } from '@finflow/shared/viewer';
import { ask } from './ask.ts';

export type MadeKey = { readonly id: string; readonly authorization: string };

/** Makes an API key as the owner does; gives the credential of the program that uses it. */
export async function makeKey(
  endpoint: string,
  authorization: string,
  scopes: readonly string[] = apiKeyScopes,
): Promise<MadeKey> {
  const answer = await ask(
    endpoint,
    authorization,
    `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) {
      ... on ApiKeyCreated { secret apiKey { id } } } }`,
    { input: { name: 'Shop', scopes } },
  );
  const made = answer.data?.['createApiKey'];
  if (!isMade(made)) throw new Error(`No key was made: ${JSON.stringify(answer)}`);
  return { id: made.apiKey.id, authorization: `Bearer ${made.secret}` };
}

const isMade = (
  value: unknown,
): value is { readonly secret: string; readonly apiKey: { readonly id: string } } =>
  typeof value === 'object' && value !== null && 'secret' in value && 'apiKey' in value;
