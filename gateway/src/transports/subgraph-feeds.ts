import { backoffMs, pauseFor } from '@finflow/shared/bus/wait';
import { viewerHeader } from '@finflow/shared/signed-viewer';
import { log } from '@finflow/shared/log';
import { createClient, type Client, type FormattedExecutionResult } from 'graphql-ws';
import { WebSocket } from 'ws';

/** A subscription that a subgraph serves itself. */
export type SubgraphFeedRequest = {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The viewer, signed anew each time that it is asked for. */
  readonly signature: () => Promise<string>;
  /** Request id, trace, address. Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
};

export type SubgraphFeedSink = {
  readonly next: (result: FormattedExecutionResult) => void;
  /** The way to the subgraph was lost and is there again: what it told meanwhile was not heard. */
  readonly missed: () => void;
  /** The subgraph won't have it. */
  readonly refused: (errors: readonly unknown[]) => void;
  /** It has no more to tell. */
  readonly complete: () => void;
  /** No way to it, after so many tries. */
  readonly unavailable: () => void;
};

/** Subscriptions of one subgraph. */
export type SubgraphFeeds = {
  /** Returns how to stop. */
  subscribe(request: SubgraphFeedRequest, sink: SubgraphFeedSink): () => void;
  close(): Promise<void>;
};

export type SubgraphFeedsOptions = {
  /** Such as ws://payments:4000/graphql. */
  readonly url: string;
  /** Tries in a row without an answer. */
  readonly maxTries?: number;
  /** Wait before the second try; doubles, with jitter, up to the longest. */
  readonly firstWaitMs?: number;
  readonly longestWaitMs?: number;
};

/** A connection that says nothing is dead: graphql-ws pings after so much silence, and the server has as long to answer. */
const keepAliveMs = 10_000;

/**
 * Asks a subgraph over graphql-ws: one socket for all subscriptions of all callers, opened by the first and closed after the last. Each
 * subscription carries its own signed caller in `extensions`, as a call over HTTP does in its headers.
 */
export function createSubgraphFeeds(options: SubgraphFeedsOptions): SubgraphFeeds {
  const closing = new AbortController();
  const socket = openSocket(options.url);
  return {
    subscribe: (request, sink) => {
      const stopped = new AbortController();
      const signal = AbortSignal.any([stopped.signal, closing.signal]);
      void keepSubscribed(socket, request, sink, { ...options, signal });
      return () => stopped.abort();
    },
    close: async () => {
      closing.abort();
      await socket.client.dispose();
    },
  };
}

type Socket = { readonly client: Client; readonly isOpen: () => boolean };

function openSocket(url: string): Socket {
  const client = createClient({
    url,
    webSocketImpl: WebSocket,
    lazy: true,
    keepAlive: keepAliveMs,
    retryAttempts: 0, // Trying again is ours: a signature lives for a minute only.
  });
  let isOpen = false;
  let silence: NodeJS.Timeout | undefined;
  client.on('connected', () => {
    isOpen = true;
  });
  // graphql-ws sends pings and leaves it to us what to make of silence.
  client.on('ping', (isReceived) => {
    if (!isReceived) silence = setTimeout(() => client.terminate(), keepAliveMs).unref();
  });
  client.on('pong', (isReceived) => {
    if (isReceived) clearTimeout(silence);
  });
  client.on('closed', () => {
    isOpen = false;
    clearTimeout(silence);
  });
  return { client, isOpen: () => isOpen };
}

type Keeping = Omit<SubgraphFeedsOptions, 'url'> & { readonly signal: AbortSignal };

/** Subscribes again whenever the way is lost, until it is stopped or there is nothing more to hope for. */
async function keepSubscribed(
  socket: Socket,
  request: SubgraphFeedRequest,
  sink: SubgraphFeedSink,
  { maxTries = 8, firstWaitMs = 200, longestWaitMs = 10_000, signal }: Keeping,
): Promise<void> {
  // Partly by chance, so that a subgraph that restarts is not met by all gateways at once.
  const limits = { firstMs: firstWaitMs, capMs: longestWaitMs };
  let failures = 0;
  let isAgain = false;
  const onReached = () => {
    failures = 0;
    if (isAgain) sink.missed();
    isAgain = false;
  };
  while (failures < maxTries) {
    if (failures > 0) await pauseFor(backoffMs(failures, limits), signal);
    if (signal.aborted) return;
    const end = await subscribeOnce(socket, request, { ...sink, onReached, signal });
    if (signal.aborted) return;
    if (end.kind === 'complete') return sink.complete();
    if (end.kind === 'refused') return sink.refused(end.errors);
    failures += 1;
    isAgain = true;
    log.warn('subscription to a subgraph lost', { reason: end.reason, failures });
  }
  sink.unavailable();
}

type End =
  | { readonly kind: 'complete' }
  | { readonly kind: 'refused'; readonly errors: readonly unknown[] }
  | { readonly kind: 'lost'; readonly reason: string };

type Try = Pick<SubgraphFeedSink, 'next'> & {
  /** The subgraph has the subscription. */
  readonly onReached: () => void;
  readonly signal: AbortSignal;
};

/** Subscribes until it ends, one way or another. Never rejects. */
async function subscribeOnce(
  { client, isOpen }: Socket,
  request: SubgraphFeedRequest,
  { next, onReached, signal }: Try,
): Promise<End> {
  const token = await request.signature().catch((error: unknown) => ({ error }));
  if (typeof token !== 'string') return { kind: 'lost', reason: describe(token.error) };
  const { query, operationName, variables, headers } = request;
  // The protocol acknowledges no subscription. What is sent right behind an open socket's acknowledgement is as near as one gets.
  const reached = () => setImmediate(onReached);
  const unlisten = client.on('connected', reached);
  if (isOpen()) reached();
  let unsubscribe = (): void => undefined;
  const end = await new Promise<End>((resolve) => {
    unsubscribe = client.subscribe(
      {
        query,
        ...(operationName !== undefined && { operationName }),
        variables: { ...variables },
        extensions: { headers: { ...headers, [viewerHeader]: token } },
      },
      {
        next,
        error: (error) => resolve(endBy(error)),
        complete: () => resolve({ kind: 'complete' }),
      },
    );
    signal.addEventListener('abort', unsubscribe, { once: true });
    if (signal.aborted) unsubscribe();
  });
  unlisten();
  signal.removeEventListener('abort', unsubscribe); // It outlives many tries.
  return end;
}

const endBy = (error: unknown): End =>
  Array.isArray(error)
    ? { kind: 'refused', errors: error }
    : { kind: 'lost', reason: describe(error) };

/** A close event, or an error of the socket. */
function describe(error: unknown): string {
  if (error instanceof Error) return error.message;
  return JSON.stringify(
    typeof error === 'object' && error !== null && 'code' in error ? error.code : error,
  );
}
