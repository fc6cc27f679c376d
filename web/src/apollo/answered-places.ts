import { ApolloLink } from '@apollo/client';
import { OperationTypeNode } from 'graphql';
import { finalize, from, switchMap, tap } from 'rxjs';

/**
 * What is shown was read before anybody listens to its changes: a subscription begins where the server stood when it answered the queries
 * that led to it, so that nothing is missed in between.
 */
export type AnsweredPlaces = {
  /** For queries: asks for the place, and notes it. */
  readonly queries: ApolloLink;
  /** For subscriptions: waits for the queries that are under way, and begins at the earliest one's place. */
  readonly subscriptions: ApolloLink;
};

/** A screen that was answered longer ago listens already. */
const recentMs = 10_000;

/** News must not wait for ever behind a query that hangs. */
const longestWaitMs = 10_000;

type Asked = { readonly place: Promise<string | null>; answeredAtMs: number };

export function createAnsweredPlaces(
  nowMs: () => number = () => performance.now(),
): AnsweredPlaces {
  /** In the order in which they were sent, which is the order of their places. */
  let recent: readonly Asked[] = [];

  function note(): { readonly answered: (place: string | null) => void } {
    const { promise: place, resolve } = Promise.withResolvers<string | null>();
    const asked: Asked = { place, answeredAtMs: Number.POSITIVE_INFINITY };
    recent = [...recent.filter(isRecent), asked];
    return {
      answered: (eventId) => {
        asked.answeredAtMs = Math.min(asked.answeredAtMs, nowMs());
        resolve(eventId);
      },
    };
  }

  const isRecent = ({ answeredAtMs }: Asked): boolean => nowMs() - answeredAtMs < recentMs;

  /** Null when no query was answered of late. */
  async function earliestPlace(): Promise<string | null> {
    await afterMs(0); // The components of one screen ask and subscribe in one commit, in any order.
    const timeIsUp = afterMs(longestWaitMs);
    for (const { place } of recent.filter(isRecent)) {
      const eventId = await Promise.race([place, timeIsUp]);
      if (eventId !== null) return eventId;
    }
    return null;
  }

  return {
    queries: new ApolloLink((operation, forward) => {
      if (operation.operationType !== OperationTypeNode.QUERY) return forward(operation);
      const { answered } = note();
      operation.setContext(({ headers }) => ({
        headers: { ...headers, 'x-finflow-event-id': '1' },
      }));
      return forward(operation).pipe(
        tap((result) => answered(eventIdIn(result))),
        finalize(() => answered(null)),
      );
    }),
    subscriptions: new ApolloLink((operation, forward) =>
      from(earliestPlace()).pipe(
        switchMap((lastEventId) => {
          operation.extensions = {
            ...operation.extensions,
            ...(lastEventId !== null && { lastEventId }),
          };
          return forward(operation);
        }),
      ),
    ),
  };
}

const afterMs = (ms: number): Promise<null> =>
  new Promise((resolve) => setTimeout(() => resolve(null), ms));

function eventIdIn({ extensions }: ApolloLink.Result): string | null {
  const eventId: unknown = extensions?.['eventId'];
  return typeof eventId === 'string' ? eventId : null;
}
