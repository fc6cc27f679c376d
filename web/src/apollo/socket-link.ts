import type { ApolloLink } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { RetryLink } from '@apollo/client/link/retry';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { createClient } from 'graphql-ws';

type Parts = {
  readonly url: string;
  readonly authorization: () => Promise<string | null>;
  /** Called when the server closes the socket because of the credential. */
  readonly onRefused: () => void;
  /** Called after a lost socket is back: what happened meanwhile was not heard. */
  readonly onReconnect: () => void;
};

const longestWaitMs = 20_000;

/** What is asked again must be read after the server has heard the subscriptions, or a gap stays. */
const resubscribeMs = 250;

/** Live updates. The socket opens with the first subscription and comes back for ever when it is lost. */
export function socketLink({ url, authorization, onRefused, onReconnect }: Parts): ApolloLink {
  let wasLost = false;
  const client = createClient({
    url,
    lazy: true,
    lazyCloseTimeout: 5_000,
    keepAlive: 15_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    retryWait: waitBeforeRetry,
    shouldRetry: () => true,
    connectionParams: async () => {
      const credential = await authorization();
      return credential === null ? {} : { authorization: credential };
    },
    on: {
      closed: (event) => {
        const code = closeCode(event);
        wasLost ||= code !== orderly;
        if (code === forbidden) onRefused();
      },
      connected: () => {
        if (wasLost) setTimeout(onReconnect, resubscribeMs);
        wasLost = false;
      },
    },
  });
  return againAfterRefusal.concat(new GraphQLWsLink(client));
}

/** Some close codes end graphql-ws's own retries (an expired token, a server fault): begin anew. */
const againAfterRefusal = new RetryLink({
  delay: { initial: 1_000, max: longestWaitMs, jitter: true },
  attempts: (_count, _operation, error) => !CombinedGraphQLErrors.is(error),
});

/** Close codes: nobody listens any more; the credential is missing, expired, or its rights changed. */
const orderly = 1000;
const forbidden = 4403;

function closeCode(event: unknown): unknown {
  return typeof event === 'object' && event !== null && 'code' in event ? event.code : null;
}

/** Doubles from half a second, with jitter so that a restarted server is not met by everybody at
 * once; a browser that comes online again does not wait. */
function waitBeforeRetry(retries: number): Promise<void> {
  const ceilingMs = Math.min(500 * 2 ** retries, longestWaitMs);
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ceilingMs / 2 + (Math.random() * ceilingMs) / 2);
  addEventListener('online', () => resolve(), { once: true });
  return promise.finally(() => clearTimeout(timer));
}
