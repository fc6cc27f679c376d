import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client';
import { getMainDefinition } from '@apollo/client/utilities';
import { createAnsweredPlaces } from './answered-places.ts';
import { credentialLink, renewSessionLink } from './links.ts';
import { persistedLink } from './persisted-link.ts';
import { documentOptions } from './sent-documents.ts';
import type { Session } from './session.ts';
import { socketLink } from './socket-link.ts';
import { hasFile, uploadLink } from './upload-link.ts';

type Caller = {
  /** The value of the Authorization header, asked for at each request and each (re)connect. */
  readonly authorization: () => Promise<string | null>;
  /** Called when the live socket was refused with that credential. */
  readonly onRefused: () => void;
  /** What stands before the credential, such as the renewal of an expired session. */
  readonly before: readonly ApolloLink[];
};

export const endpoint = '/graphql';

/** While the app is being worked on, its operations change before any server can know them. (No Vite, no `env`: in tests.) */
const isReleased = import.meta.env?.PROD === true;

/** The client of somebody signed in. Its session is renewed without anybody noticing. */
export function createUserClient(session: Session): ApolloClient {
  return createClientFor({
    authorization: async () => {
      const token = await session.freshToken();
      return token === null ? null : `Bearer ${token}`;
    },
    onRefused: session.distrustToken,
    before: [renewSessionLink(session)],
  });
}

/** The client of a payment link's holder. The link's token is the whole credential: nothing is
 * renewed, and nothing of a user's session that may exist in this browser is used. */
export function createPayClient(token: string): ApolloClient {
  return createClientFor({
    authorization: async () => `PayLink ${token}`,
    onRefused: () => undefined,
    before: [],
  });
}

function createClientFor({ authorization, onRefused, before }: Caller): ApolloClient {
  const texts = new HttpLink({ uri: endpoint, credentials: 'same-origin' });
  const http = ApolloLink.split(
    ({ variables }) => hasFile(variables),
    uploadLink(endpoint),
    isReleased ? persistedLink().concat(texts) : texts,
  );
  const socket = socketLink({
    url: socketUrl(),
    authorization,
    onRefused,
    onMissed: () => void client.refetchQueries({ include: 'active' }),
  });
  const places = createAnsweredPlaces();
  const client = new ApolloClient({
    ...documentOptions(),
    link: ApolloLink.from([
      ...before,
      credentialLink(authorization),
      ApolloLink.split(
        ({ query }) => isSubscription(query),
        places.subscriptions.concat(socket),
        places.queries.concat(http),
      ),
    ]),
    defaultOptions: {
      watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' },
    },
  });
  return client;
}

function isSubscription(query: Parameters<typeof getMainDefinition>[0]): boolean {
  const main = getMainDefinition(query);
  return main.kind === 'OperationDefinition' && main.operation === 'subscription';
}

function socketUrl(): string {
  const url = new URL(endpoint, location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}
