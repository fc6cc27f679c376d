import { ApolloClient, ApolloLink, execute, gql, Observable } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { describe, expect, it } from '@jest/globals';
import { lastValueFrom } from 'rxjs';
import { createCache } from './cache.ts';
import { credentialLink, renewSessionLink } from './links.ts';
import type { RefreshedSession } from './refresh-session.ts';
import { createSession } from './session.ts';

const query = gql`
  query Ping {
    me {
      role
    }
  }
`;

describe('a request whose session has expired', () => {
  it('renews the session once and is sent again with the new token', async () => {
    const { ask, tokens } = endpointThatAccepts('new', signedIn('new'));
    expect(await ask()).toEqual({ data: { me: { role: 'OWNER' } } });
    expect(tokens).toEqual(['Bearer old', 'Bearer new']);
  });

  it('fails when the server refuses to renew', async () => {
    const { ask, tokens, session } = endpointThatAccepts('new', { kind: 'refused' });
    await expect(ask()).rejects.toBeInstanceOf(CombinedGraphQLErrors);
    expect(tokens).toEqual(['Bearer old']);
    expect(session.current()).toBeNull();
  });

  it('is not sent a third time', async () => {
    const { ask, tokens } = endpointThatAccepts('never', signedIn('new'));
    const { error } = await ask().then(
      (result) => ({ error: result.errors }),
      (thrown: unknown) => ({ error: thrown }),
    );
    expect(error).toBeTruthy();
    expect(tokens).toEqual(['Bearer old', 'Bearer new']);
  });
});

function endpointThatAccepts(good: string, renewed: RefreshedSession) {
  const session = createSession({ refreshSession: async () => renewed, nowMs: () => 0 });
  session.begin(user('old'));
  const tokens: unknown[] = [];
  const answer = new ApolloLink((operation) => {
    const { authorization } = operation.getContext()['headers'] as Record<string, string>;
    tokens.push(authorization);
    return new Observable((observer) => {
      const isGood = authorization === `Bearer ${good}`;
      observer.next(
        isGood ? { data: { me: { role: 'OWNER' } } } : { data: null, errors: [refused] },
      );
      observer.complete();
    });
  });
  const link = ApolloLink.from([
    renewSessionLink(session),
    credentialLink(async () => `Bearer ${session.current()?.accessToken ?? ''}`),
    answer,
  ]);
  const client = new ApolloClient({ cache: createCache(), link });
  const ask = () => lastValueFrom(execute(link, { query }, { client }));
  return { ask, tokens, session };
}

const refused = { message: 'Sign in.', extensions: { code: 'UNAUTHENTICATED' } };

const user = (accessToken: string) => ({ accessToken, userId: 'u1', organizationId: 'o1' });

const signedIn = (accessToken: string): RefreshedSession => ({
  kind: 'signed-in',
  signedIn: user(accessToken),
});
