import { gql } from '@apollo/client';
import { addTypenameToDocument, print } from '@apollo/client/utilities';
import type { SignedIn } from './session.ts';

export type RefreshedSession =
  | { readonly kind: 'signed-in'; readonly signedIn: SignedIn }
  | { readonly kind: 'refused' };

const REFRESH_SESSION = gql`
  mutation RefreshSession {
    refreshSession {
      ... on Session {
        accessToken
        userId
        organizationId
      }
    }
  }
`;

/** With the type names that the app's client adds: where only released operations are taken, this text is one of them. */
const query = print(addTypenameToDocument(REFRESH_SESSION));

/** Asks for a new access token with the refresh cookie. Outside Apollo, whose links wait for this
 * very answer. One tab at a time: two tabs that sent the same cookie would look like its theft. */
export async function refreshSession(endpoint: string): Promise<RefreshedSession> {
  if (!navigator.locks) return askForSession(endpoint);
  return navigator.locks.request('finflow.refresh-session', () => askForSession(endpoint));
}

async function askForSession(endpoint: string): Promise<RefreshedSession> {
  const response = await fetch(endpoint, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', 'apollo-require-preflight': 'true' },
    body: JSON.stringify({ query, operationName: 'RefreshSession' }),
    signal: AbortSignal.timeout(15_000),
  });
  if (!response.ok) throw new Error(`The session could not be renewed (${response.status}).`);
  const signedIn = readSession(await response.json());
  return signedIn ? { kind: 'signed-in', signedIn } : { kind: 'refused' };
}

function readSession(body: unknown): SignedIn | null {
  const session = property(property(body, 'data'), 'refreshSession');
  if (session === undefined) throw new Error('The session could not be renewed.');
  const accessToken = property(session, 'accessToken');
  const userId = property(session, 'userId');
  const organizationId = property(session, 'organizationId');
  if (typeof accessToken !== 'string' || typeof userId !== 'string') return null;
  return {
    accessToken,
    userId,
    organizationId: typeof organizationId === 'string' ? organizationId : null,
  };
}

function property(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return new Map(Object.entries(value)).get(name);
}
