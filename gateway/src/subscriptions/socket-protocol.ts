import type { ExecutionArgs, ExecutionResult } from 'graphql';
import type { Context, ServerOptions } from 'graphql-ws';
import type { Extra } from 'graphql-ws/use/ws';
import { log } from '@finflow/shared/log';
import { GraphQLError } from 'graphql';
import { callerAddress } from '../http/caller-address.ts';
import type { OperationTexts } from '../persisted/operation-texts.ts';
import type { ViewerOptions, Caller } from '../viewer/read-viewer.ts';
import { readCaller } from '../viewer/read-viewer.ts';
import { closeSocket, type Connection, type Connections } from './connections.ts';
import { isProblems } from './feed-reader.ts';
import { prepareFeed, type FeedPreparation } from './prepare-feed.ts';

export type SocketProtocolOptions = FeedPreparation & {
  readonly connections: Connections;
  readonly viewers: ViewerOptions;
  readonly trustProxy: boolean;
  readonly textOf: OperationTexts;
};

type Params = Record<string, unknown> | undefined;
type Attached = Extra & { connection?: Connection };
type SocketContext = Context<Params, Attached>;

const initTimeoutMs = 10_000;

/** What graphql-ws asks us: who may connect, what may be subscribed to, and what then comes. */
export function createSocketProtocol(
  options: SocketProtocolOptions,
): ServerOptions<Params, Attached> {
  const { connections, limits } = options;
  const prepared = new WeakMap<ExecutionArgs, () => AsyncIterableIterator<ExecutionResult>>();
  return {
    connectionInitWaitTimeout: initTimeoutMs,
    onConnect: async (context) => {
      const caller = await authenticate(context, options.viewers);
      const connection =
        caller && connections.open(context.extra.socket, caller, peer(context, options));
      if (!connection) return false;
      context.extra.connection = connection;
      return true;
    },
    onSubscribe: (context, _id, payload) => {
      const { connection } = context.extra;
      if (!connection) throw new Error('graphql-ws lets only acknowledged sockets subscribe');
      if (Object.keys(context.subscriptions).length > limits.maxSubscriptionsPerSocket) {
        return [tooManySubscriptions()];
      }
      const query = options.textOf(payload, connection.caller.viewer) ?? payload.query;
      if (query instanceof GraphQLError) return [query];
      const feed = prepareFeed(options, { ...payload, query }, connection);
      if (isProblems(feed)) return feed;
      prepared.set(feed.args, feed.open);
      return feed.args;
    },
    subscribe: (args) => {
      const open = prepared.get(args);
      if (!open) throw new Error('onSubscribe prepares every feed');
      return open();
    },
  };
}

/** Who connects; null (and the socket is closed, by graphql-ws with 4403 if not here) when nobody that we know. */
async function authenticate(
  { connectionParams, extra }: SocketContext,
  viewers: ViewerOptions,
): Promise<Caller | null> {
  const authorization = findParameter(connectionParams, 'authorization');
  try {
    const caller = await readCaller(
      typeof authorization === 'string' ? authorization : undefined,
      viewers,
    );
    return caller.viewer.kind === 'anonymous' ? null : caller;
  } catch (error) {
    if (error instanceof GraphQLError) return null;
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
