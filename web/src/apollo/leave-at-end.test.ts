import { expect, it } from '@jest/globals';
import { ApolloClient, ApolloLink, gql } from '@apollo/client';
import { waitFor } from '@testing-library/react';
import { type Arrival, hasExpired, leaveAtEnd } from './leave-at-end.ts';
import { createCache } from './cache.ts';
import { createSession, type EndOfSession } from './session.ts';

const query = gql`
  query Customers {
    customers {
      totalCount
    }
  }
`;

/** Where a session's end leads, and what is still known of what was read in it by then. */
async function endOf(why: EndOfSession) {
  const session = createSession({
    refreshSession: async () => ({ kind: 'refused' }),
    nowMs: () => 0,
  });
  session.begin({ accessToken: 'token', userId: 'u1', organizationId: 'o1' });
  const cache = createCache();
  const client = new ApolloClient({ cache, link: ApolloLink.empty() });
  client.writeQuery({
    query,
    data: { customers: { __typename: 'CustomerConnection', totalCount: 3 } },
  });
  const arrivals: { path: string; arrival: Arrival; known: object }[] = [];
  leaveAtEnd({
    session,
    client,
    goTo: (path, arrival) => arrivals.push({ path, arrival, known: cache.extract() }),
  });
  expect(cache.extract()).not.toEqual({});
  window.history.replaceState(null, '', '/customers?search=Blue');
  session.end(why);
  await waitFor(() => expect(arrivals).toHaveLength(1));
  return arrivals[0];
}

it('forgets what was read before the sign-in stands there for whoever comes next', async () => {
  expect(await endOf('signed-out')).toEqual({
    path: '/sign-in',
    arrival: { hasExpired: false },
    known: {},
  });
});

it('leads back to where a session was that ended by itself, and says that it did', async () => {
  expect(await endOf('expired')).toEqual({
    path: '/sign-in?next=%2Fcustomers%3Fsearch%3DBlue',
    arrival: { hasExpired: true },
    known: {},
  });
});

it('takes no other state of the history for the end of a session', () => {
  expect([null, {}, { hasExpired: 'yes' }, { hasExpired: true }].map(hasExpired)).toEqual([
    false,
    false,
    false,
    true,
  ]);
});
