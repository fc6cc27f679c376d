import { organizationOf } from '@finflow/shared/viewer';
import { log } from '@finflow/shared/log';
import {
  GraphQLError,
  GraphQLSchema,
  parse,
  type ExecutionArgs,
  type ExecutionResult,
} from 'graphql';
import type { Context, ServerOptions } from 'graphql-ws';
import type { Extra } from 'graphql-ws/use/ws';
import { callerAddress } from '../http/caller-address.ts';
import type { Limits } from '../limits/limits.ts';
import { guesserOf } from '../rates/rate-subject.ts';
import type { Rates } from '../rates/rates.ts';
import type { ViewerOptions, Caller } from '../viewer/read-viewer.ts';
import { readCaller } from '../viewer/read-viewer.ts';
import { closeSocket, type Connection, type Connections } from './connections.ts';
import type { Feeds } from './create-feeds.ts';
import { isOpened } from './feed-port.ts';
import { lastEventIdIn, toLastEventId } from './last-event-id.ts';
import { sendFeed, sendStanding, type RunningFeeds } from './socket-feed.ts';

export type SocketProtocolOptions = {
  readonly feeds: Feeds;
  readonly limits: Limits;
  readonly connections: Connections;
  readonly viewers: ViewerOptions;
  /** Counts credentials that are no good. Left out or null: nobody does. */
  readonly rates?: Rates | null;
  readonly trustProxy: boolean;
};

type Params = Record<string, unknown> | undefined;
type Attached = Extra & { connection?: Connection; running?: RunningFeeds };
type SocketContext = Context<Params, Attached>;

/** What graphql-ws asks us: who may connect, what may be subscribed to, and what then comes. */
export function createSocketProtocol(
  options: SocketProtocolOptions,
): ServerOptions<Params, Attached> {
  const { connections, feeds, limits } = options;
  const prepared = new WeakMap<ExecutionArgs, AsyncIterableIterator<ExecutionResult>>();
  return {
    connectionInitWaitTimeout: limits.socketInitTimeoutMs,
    onConnect: async (context) => {
      const caller = await authenticate(context, options);
      const connection =
        caller && connections.open(context.extra.socket, caller, peer(context, options));
      if (!connection) return false;
      context.extra.connection = connection;
      context.extra.running = new Map();
      tellStandingOften(context.extra, options);
      const organizationId = organizationOf(connection.caller.viewer);
      return organizationId === null ? true : { eventId: feeds.position(organizationId) };
    },
    onSubscribe: (context, id, payload) => {
      const { connection, running, socket } = context.extra;
      if (!connection || !running)
        throw new Error('graphql-ws lets only acknowledged sockets subscribe');
      if (Object.keys(context.subscriptions).length > limits.maxSubscriptionsPerSocket) {
        return [tooManySubscriptions()];
      }
      const { query, operationName, variables, extensions } = payload; // Clients may send more than that.
      const feed = feeds.open({
        query,
        operationName,
        variables,
        extensions,
        subscriber: connection,
        lastEventId: toLastEventId(lastEventIdIn(extensions)),
      });
      if (!isOpened(feed)) return feed;
      const args = { ...anySubscription };
      const isRunning = () => id in context.subscriptions;
      const { close } = connection;
      prepared.set(args, sendFeed({ id, feed, running, socket, isRunning, close }));
      return args;
    },
    onPing: ({ extra }) => tellStanding(extra, feeds),
    subscribe: (args) => {
      const feed = prepared.get(args);
      if (!feed) throw new Error('onSubscribe prepares every feed');
      return feed;
    },
  };
}

function tellStanding({ connection, running, socket }: Attached, feeds: Feeds): void {
  const organizationId = connection ? organizationOf(connection.caller.viewer) : null;
  if (!running || organizationId === null) return;
  sendStanding(socket, running, feeds.position(organizationId));
}

/** For clients that never ping. One that reads slowly isn't told: what waits for it would only grow. */
function tellStandingOften(extra: Attached, { feeds, limits }: SocketProtocolOptions): void {
  const { socket, running } = extra;
  const timer = setInterval(() => {
    if (running?.size && socket.bufferedAmount === 0) tellStanding(extra, feeds);
  }, limits.standingEveryMs).unref();
  socket.once('close', () => clearInterval(timer));
}

/** graphql-ws looks into the document only to learn that it is a subscription; the feed has been read already. */
const anySubscription: ExecutionArgs = {
  schema: new GraphQLSchema({}),
  document: parse('subscription { feed }'),
};

/** Who connects; null (and the socket is closed, by graphql-ws with 4403 if not here) when nobody that we know. */
async function authenticate(
  { connectionParams, extra }: SocketContext,
  { viewers, rates = null, trustProxy }: SocketProtocolOptions,
): Promise<Caller | null> {
  const authorization = findParameter(connectionParams, 'authorization');
  const guesser = guesserOf(callerAddress(extra.request, trustProxy));
  if (rates?.refusedBefore(guesser)) {
    closeSocket(extra.socket, 'tooManyGuesses');
    return null;
  }
  try {
    const caller = await readCaller(
      typeof authorization === 'string' ? authorization : undefined,
      viewers,
    );
    return caller.viewer.kind === 'anonymous' ? null : caller;
  } catch (error) {
    if (error instanceof GraphQLError) {
      void rates?.take(guesser, 1);
      return null;
    }
    log.error('could not verify a caller', { error });
    closeSocket(extra.socket, 'unavailable');
    return null;
  }
}

/** A connection parameter; explorers write its name as people write a header's. */
const findParameter = (params: Params, name: string): unknown =>
  Object.entries(params ?? {}).find(([key]) => key.toLowerCase() === name)?.[1];

const peer = ({ extra: { request } }: SocketContext, { trustProxy }: SocketProtocolOptions) => ({
  address: callerAddress(request, trustProxy),
  userAgent: request.headers['user-agent'] ?? '',
});

const tooManySubscriptions = () =>
  new GraphQLError('This connection has too many subscriptions. End some first.', {
    extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' },
  });
