import { randomBytes } from 'node:crypto';
import type { From, World } from './world.ts';

/** The union that sessions come in, with every field that one of its members has. */
export type SessionAnswer = {
  readonly __typename: string;
  readonly accessToken: string;
  readonly expiresAt: string;
  readonly userId: string;
  readonly organizationId: string | null;
  readonly code?: string;
  readonly message?: string;
  readonly field?: string | null;
  readonly retryAfterSeconds?: number;
  /** The Set-Cookie texts. */
  readonly cookies: readonly string[];
  /** What the refresh cookie was set to. */
  readonly refreshToken: string | undefined;
};

const fields = `__typename
  ... on Session { accessToken expiresAt userId organizationId }
  ... on InvalidInput { code message field }
  ... on Conflict { code message field }
  ... on NotSignedIn { code message field }
  ... on TooManyAttempts { code message field retryAfterSeconds }`;

export const password = 'a long and unusual sentence';

export const newEmail = (): string => `ada.${randomBytes(6).toString('hex')}@example.com`;

export const registration = (changes: Record<string, unknown> = {}) => ({
  email: newEmail(),
  password,
  name: 'Ada Example',
  organizationName: 'Example Ltd',
  baseCurrency: 'EUR',
  ...changes,
});

export const register = (world: World, changes: Record<string, unknown> = {}, from: From = {}) =>
  askForSession(
    world,
    `mutation ($input: RegisterInput!) { result: register(input: $input) { ${fields} } }`,
    { input: registration(changes) },
    from,
  );

export const logIn = (world: World, input: { email: string; password: string }, from?: From) =>
  askForSession(
    world,
    `mutation ($input: LogInInput!) { result: logIn(input: $input) { ${fields} } }`,
    { input },
    from,
  );

export const refresh = (world: World, refreshToken: string | undefined, from: From = {}) =>
  askForSession(
    world,
    `mutation { result: refreshSession { ${fields} } }`,
    {},
    {
      ...from,
      refreshToken,
    },
  );

export const createOrganization = (world: World, input: Record<string, unknown>, from: From) =>
  askForSession(
    world,
    `mutation ($input: CreateOrganizationInput!) {
      result: createOrganization(input: $input) { ${fields} } }`,
    { input },
    from,
  );

async function askForSession(
  world: World,
  query: string,
  variables: Record<string, unknown>,
  from: From = {},
): Promise<SessionAnswer> {
  const { data, errors, cookies } = await world.ask(query, variables, from);
  if (errors) throw new Error(JSON.stringify(errors));
  const refreshToken = /^finflow_refresh=([^;]+)/.exec(cookies[0] ?? '')?.[1];
  return { ...data.result, cookies, refreshToken };
}
