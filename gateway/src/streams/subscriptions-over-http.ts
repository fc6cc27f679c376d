import { HeaderMap, type GraphQLResponse, type HTTPGraphQLRequest } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { presentError } from '../present-error.ts';
import type { OperationRule, OperationStages } from '../rules-in-turn.ts';
import { isOpened, type OpenFeed } from '../subscriptions/feed-port.ts';
import type { FeedAnswer } from './stream-request.ts';

type AnswerOf = (request: HTTPGraphQLRequest | undefined) => FeedAnswer | undefined;

/** Opens the feed of a subscription whose sender takes a stream; refuses it to any other. Other operations pass. */
export const subscriptionsOverHttp = (openFeed: OpenFeed, answerOf: AnswerOf): OperationRule => ({
  requestDidStart: ({ request }) => {
    const answer = answerOf(request.http);
    return answer ? inStream(openFeed, answer) : atOnce;
  },
});

const atOnce: OperationStages = {
  didResolveOperation: ({ operation }) => {
    if (operation?.operation === 'subscription') throw notAsStream();
  },
};

const inStream = (openFeed: OpenFeed, answer: FeedAnswer): OperationStages => ({
  didResolveOperation: ({ operation }) => {
    if (operation?.operation === 'mutation' && answer.stream.isGet) throw mutationByGet();
  },
  responseForOperation: ({ operation, source, request: { operationName, variables } }) => {
    if (operation.operation !== 'subscription') return null;
    const { format, subscriber, lastEventId } = answer.stream;
    const feed = openFeed({
      query: source,
      operationName,
      variables,
      subscriber,
      lastEventId,
      signal: answer.abort.signal,
      heartbeatMs: format.heartbeatMs,
    });
    if (!isOpened(feed)) return refusal(feed);
    answer.feed = feed;
    return response(200, { data: null }); // In whose place the stream comes.
  },
});

/** Codes that concern the sender rather than the operation, and the status under which clients know to come again or not. */
const statusOf: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  RATE_LIMITED: 429,
  TOO_MANY_SUBSCRIPTIONS: 429,
  SERVICE_UNAVAILABLE: 503,
};
const defaultRetryAfterSeconds = 5;

function refusal(problems: readonly GraphQLError[]): GraphQLResponse {
  const { code, retryAfterSeconds = defaultRetryAfterSeconds } = problems[0]?.extensions ?? {};
  const status = statusOf[String(code)] ?? 400;
  const refused = response(status, {
    errors: problems.map((problem) => presentError(problem.toJSON(), problem)),
  });
  if (status === 429 || status === 503) {
    refused.http.headers.set('retry-after', String(retryAfterSeconds));
  }
  return refused;
}

type Result = Extract<GraphQLResponse['body'], { kind: 'single' }>['singleResult'];

const response = (status: number, singleResult: Result): GraphQLResponse => ({
  http: { status, headers: new HeaderMap() },
  body: { kind: 'single', singleResult },
});

const notAsStream = () =>
  new GraphQLError(
    'A subscription is answered as a stream: accept text/event-stream or multipart/mixed;subscriptionSpec=1.0, or subscribe over the WebSocket of this address.',
    { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } },
  );

const mutationByGet = () =>
  new GraphQLError('Send mutations by POST.', {
    extensions: { code: 'BAD_REQUEST', http: { status: 405 } },
  });
