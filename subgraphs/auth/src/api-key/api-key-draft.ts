import type { LocalDate } from '@finflow/shared/local-date';
import { refuse, type Refusal } from '@finflow/shared/refusal';
import { apiKeyScopes } from '@finflow/shared/viewer';
import { readLine } from '../plain-text.ts';

export type ApiKeyDraft = {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expiresOn: LocalDate | null;
};

export type ApiKeyLimits = {
  /** What the maker may do: a key can't do more. */
  readonly makerScopes: readonly string[];
  readonly today: LocalDate;
};

const maxNameLength = 80;

/**
 * A key as it will be stored: each scope once, in the order in which the house lists them.
 * @returns it, or INVALID_NAME, NO_SCOPES, UNKNOWN_SCOPE, SCOPE_NOT_YOURS, EXPIRED_ALREADY
 */
export function readApiKeyDraft(
  input: ApiKeyDraft,
  { makerScopes, today }: ApiKeyLimits,
): ApiKeyDraft | Refusal<'InvalidInput'> {
  const name = readLine(input.name, maxNameLength);
  if (name === null) {
    return invalid(
      'INVALID_NAME',
      `Give the key a name of at most ${maxNameLength} characters.`,
      'name',
    );
  }
  const scopeProblem = judgeScopes(input.scopes, makerScopes);
  if (scopeProblem) return scopeProblem;
  const { expiresOn } = input;
  if (expiresOn !== null && expiresOn < today) {
    return invalid('EXPIRED_ALREADY', 'Choose today or a later day.', 'expiresOn');
  }
  return { name, expiresOn, scopes: apiKeyScopes.filter((scope) => input.scopes.includes(scope)) };
}

function judgeScopes(scopes: readonly string[], makerScopes: readonly string[]) {
  if (scopes.length === 0) return invalid('NO_SCOPES', 'Choose what the key may do.', 'scopes');
  if (scopes.some((scope) => !apiKeyScopes.includes(scope))) {
    const known = apiKeyScopes.join(', ');
    return invalid('UNKNOWN_SCOPE', `A key can have these scopes: ${known}.`, 'scopes');
  }
  const beyond = scopes.find((scope) => !makerScopes.includes(scope));
  if (beyond === undefined) return null;
  return invalid(
    'SCOPE_NOT_YOURS',
    `You can’t give ${beyond}: you don’t have it yourself.`,
    'scopes',
  );
}

const invalid = (code: string, message: string, field: string) =>
  refuse('InvalidInput', code, message, field);
