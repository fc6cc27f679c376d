import type { ExecutionResult } from 'graphql';
import type { WebSocket } from 'ws';
import type { CloseReason } from './close-codes.ts';
import type { FeedEnd } from './feed-port.ts';
import type { FeedSubscription } from './feed-subscription.ts';

/** The feeds of one socket, by the id of the operation. */
export type RunningFeeds = Map<string, FeedSubscription>;

export type SocketFeedOptions = {
  /** The operation's id on its socket. */
  readonly id: string;
  readonly feed: FeedSubscription;
  /** Where it is kept while it runs. */
  readonly running: RunningFeeds;
  readonly socket: WebSocket;
  /** False once the client has ended the operation. */
  readonly isRunning: () => boolean;
  readonly close: (reason: CloseReason) => void;
};

/**
 * Writes a feed to a socket, as an iterator that yields nothing: graphql-ws would serialize each result for each socket anew, so the
 * `next` messages are written here from the text that all share. What else the protocol wants (complete, ids) stays with graphql-ws.
 */
export function sendFeed(options: SocketFeedOptions): AsyncIterableIterator<ExecutionResult> {
  const done = { done: true, value: undefined } as const;
  const iterator: AsyncIterableIterator<ExecutionResult> = {
    next: async () => {
      await sendAll(options);
      return done;
    },
    return: async () => {
      options.feed.end('stopped');
      return done;
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}

/**
 * Tells a client how far the log was heard, and which of its operations have been told all of that: a quiet feed, too, then goes on from
 * there. A pong is what the protocol lets anybody send at any time, and nobody answers it; the pings of WebSocket itself, which the
 * server sends too, are seen by no program in a browser.
 */
export function sendStanding(socket: WebSocket, running: RunningFeeds, eventId: string): void {
  const upToDate = [...running].filter(([, feed]) => feed.isUpToDate());
  const payload = { eventId, operations: upToDate.map(([id]) => id) };
  void send(socket, JSON.stringify({ type: 'pong', payload }));
}

async function sendAll(options: SocketFeedOptions): Promise<void> {
  const { id, feed, running, socket, isRunning, close } = options;
  running.set(id, feed);
  const head = `{"id":${JSON.stringify(id)},"type":"next","payload":`;
  for await (const message of feed.messages) {
    if (message.kind === 'heartbeat') continue; // The socket has its own pings.
    if (isRunning()) await send(socket, `${head}${message.json()}}`);
  }
  const why = await feed.ended;
  if (running.get(id) === feed) running.delete(id);
  const reason = closeReasonOf(why);
  if (reason) close(reason);
}

/** Resolves when the operating system has taken it, so that a client that reads slowly slows its own feed alone. */
function send(socket: WebSocket, text: string): Promise<void> {
  return new Promise((resolve) => {
    if (socket.readyState !== socket.OPEN) return resolve();
    // A socket that failed is closing; its end is told by `close`, not here.
    socket.send(text, () => resolve());
  });
}

function closeReasonOf(why: FeedEnd): CloseReason | null {
  switch (why) {
    case 'complete':
    case 'stopped':
      return null;
    case 'draining':
      return 'restarting';
    case 'expired':
    case 'rightsChanged':
    case 'tooSlow':
    case 'unavailable':
      return why;
    default:
      return why satisfies never;
  }
}
