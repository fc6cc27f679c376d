import { ApolloLink } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { RetryLink } from '@apollo/client/link/retry';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { createClient } from 'graphql-ws';
import { createResumption, gapLink } from './resumption.ts';
import { waitBeforeRetry } from './wait-before-retry.ts';

type Parts = {
  readonly url: string;
  readonly authorization: () => Promise<string | null>;
  /** Called when the server closes the socket because of the credential. */
  readonly onRefused: () => void;
  /** Called when something may have happened that no subscription will tell: what is shown must be read anew. */
  readonly onMissed: () => void;
};

const longestWaitMs = 20_000;

/** What is read anew must be read after the server has heard all subscriptions, and once for all of them. */
const resubscribeMs = 250;

/** Live updates. The socket opens with the first subscription, comes back for ever when it is lost, and then goes on where it was. */
export function socketLink({ url, authorization, onRefused, onMissed }: Parts): ApolloLink {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const missed = () => {
    clearTimeout(timer);
    timer = setTimeout(onMissed, resubscribeMs);
  };
  const resumption = createResumption(missed);
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
    jsonMessageReplacer: resumption.replacer,
    on: {
      closed: (event) => {
        const code = closeCode(event);
        if (code === forbidden) onRefused();
      },
      connected: (_socket, payload) => resumption.connected(payload),
      message: resumption.received,
    },
  });
  return ApolloLink.from([againAfterFault(missed), gapLink(missed), new GraphQLWsLink(client)]);
}

/** Some close codes end graphql-ws's own retries (a server fault): begin anew, as a subscription that was told nothing yet. */
const againAfterFault = (onMissed: () => void) =>
  new RetryLink({
    delay: { initial: 1_000, max: longestWaitMs, jitter: true },
    attempts: (_count, _operation, error) => {
      if (CombinedGraphQLErrors.is(error)) return false;
      onMissed();
      return true;
    },
  });

/** Close code: the credential is missing, expired, or its rights changed. */
const forbidden = 4403;

function closeCode(event: unknown): unknown {
  return typeof event === 'object' && event !== null && 'code' in event ? event.code : null;
}
