import { ApolloServer } from '@apollo/server';
import { closeServer } from '@finflow/shared/http/serve';
import { newUser } from '@finflow/shared/testing/viewers';
import { anonymous, type Viewer } from '@finflow/shared/viewer';
import { GraphQLError, type ExecutionResult } from 'graphql';
import type { AddressInfo } from 'node:net';
import { until } from '@finflow/shared/testing/until';
import { createCors } from '../../src/http/cors.ts';
import { createGraphqlAnswer } from '../../src/http/graphql-answer.ts';
import { createHttpServer } from '../../src/http/http-server.ts';
import { headerOf } from '../../src/http/answer.ts';
import { defaultLimits } from '../../src/limits/limits.ts';
import { createOperationTexts } from '../../src/persisted/operation-texts.ts';
import { presentError } from '../../src/present-error.ts';
import type { GatewayContext } from '../../src/request-context.ts';
import type { ExecuteIncrementally } from '../../src/executor/incremental.ts';
import { deferredAnswers } from '../../src/streams/deferred-answers.ts';
import { rulesInTurn } from '../../src/rules-in-turn.ts';
import { createHttpFeeds } from '../../src/streams/http-feeds.ts';
import type {
  FeedEnd,
  FeedMessage,
  FeedRequest,
  OpenFeed,
} from '../../src/subscriptions/feed-port.ts';

const typeDefs = `
  directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
  type Query { hello: String  secret: String }
  type Mutation { save: Boolean }
  type Subscription { ticked(from: Int): Int }
`;

/** A feed as a test plays it: what comes, and how it ends. */
export type PlayedFeed = {
  readonly request: FeedRequest;
  readonly isClosed: () => boolean;
  tell(id: string | null, result: ExecutionResult): void;
  beat(id: string | null): void;
  end(end: FeedEnd): void;
};

/**
 * A server with the real HTTP side of streams over feeds that the test plays. `Bearer u` is a user.
 * @param execute what answers operations with @defer
 */
export async function startFakeFeeds(
  execute: ExecuteIncrementally = () => Promise.reject(new Error('nothing is deferred')),
) {
  const played: PlayedFeed[] = [];
  const refusing = { with: null as GraphQLError | null, after: false };
  const openFeed: OpenFeed = (request) => {
    if (refusing.with) return [refusing.with];
    const feed = playFeed(request);
    played.push(feed.played);
    return feed.opened;
  };
  const feeds = createHttpFeeds(openFeed);
  const apollo = new ApolloServer<GatewayContext>({
    typeDefs,
    resolvers: { Query: { hello: () => 'hello' } },
    csrfPrevention: true,
    formatError: presentError,
    plugins: [
      rulesInTurn([
        feeds.rule,
        deferredAnswers({ executeIncrementally: execute }),
        refuseAfter(refusing),
      ]),
    ],
    logger: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
  });
  await apollo.start();
  const server = createHttpServer({
    answers: [
      createGraphqlAnswer({
        server: apollo,
        feeds,
        limits: defaultLimits,
        textOf: createOperationTexts({ mode: 'off', operations: new Map() }),
        callerOf: async (incoming) => ({
          viewer: viewerOf(headerOf(incoming, 'authorization')),
          expiresAt: null,
        }),
      }),
    ],
    headers: { ofPages: {}, ofData: {} },
    cors: createCors({ origins: [], credentials: false }),
    trustProxy: false,
  });
  let over = 0;
  server.on('request', (_, outgoing) => outgoing.once('close', () => (over += 1)));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    played,
    /** The first that was opened, once it is. */
    playing: async (): Promise<PlayedFeed> => {
      await until(() => played.length > 0);
      const [first] = played;
      if (!first) throw new Error('a feed is open');
      return first;
    },
    refusing,
    /** How many answers are over, sent or left. */
    over: () => over,
    close: async () => {
      await closeServer(server, 0);
      await apollo.stop();
    },
  };
}

export type FakeFeeds = Awaited<ReturnType<typeof startFakeFeeds>>;

const viewerOf = (authorization: string | undefined): Viewer =>
  authorization === undefined ? anonymous : newUser({ userId: 'u' });

/** Something of the pipeline that refuses an operation after its feed was opened. */
const refuseAfter = (refusing: { readonly after: boolean }) => ({
  requestDidStart: async () => ({
    willSendResponse: async ({ response }: { response: { http: { status?: number } } }) => {
      if (refusing.after) response.http.status = 500;
    },
  }),
});

function playFeed(request: FeedRequest) {
  const waiting: FeedMessage[] = [];
  const { promise: ended, resolve } = Promise.withResolvers<FeedEnd>();
  let isOver = false;
  let wake = () => {};
  const end = (reason: FeedEnd) => {
    isOver = true;
    resolve(reason);
    wake();
  };
  request.signal.addEventListener('abort', () => end('stopped'));
  async function* messages() {
    for (;;) {
      const message = waiting.shift();
      if (message) yield message;
      else if (isOver) return;
      else await new Promise<void>((resolveWake) => (wake = resolveWake));
    }
  }
  const push = (message: FeedMessage) => {
    waiting.push(message);
    wake();
  };
  const played: PlayedFeed = {
    request,
    isClosed: () => request.signal.aborted,
    tell: (id, result) => push({ kind: 'result', id, result, json: () => JSON.stringify(result) }),
    beat: (id) => push({ kind: 'heartbeat', id }),
    end,
  };
  return { played, opened: { messages: messages(), ended } };
}
