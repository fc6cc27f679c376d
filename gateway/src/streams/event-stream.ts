import type { FeedEnd, FeedMessage } from '../subscriptions/feed-port.ts';
import type { FeedFormat } from './feed-format.ts';
import { errorOfEnd } from './feed-end-errors.ts';

/** Server-sent events as graphql-sse's "distinct connections mode" writes them. */
export const eventStream: FeedFormat = {
  name: 'event-stream',
  contentType: 'text/event-stream; charset=utf-8',
  heartbeatMs: 15_000,
  opening: ':\n\n',
  message: (message) => (message.kind === 'result' ? nextOf(message) : heartbeat(message)),
  closing,
};

/** One result and its end, for an operation that has no more to tell. */
export const eventsOfResult = (json: string): string =>
  `event: next\ndata: ${json.trimEnd()}\n\n${complete}`;

/** An empty `data` is needed, or EventSource does not tell of the event. */
const complete = 'event: complete\ndata:\n\n';

const nextOf = ({ id, json }: FeedMessage & { kind: 'result' }): string =>
  `${id === null ? '' : `id: ${id}\n`}event: next\ndata: ${json()}\n\n`;

/** A comment. An id without data moves EventSource's Last-Event-ID on and tells the page nothing. */
const heartbeat = ({ id }: FeedMessage & { kind: 'heartbeat' }): string =>
  id === null ? ':\n\n' : `:\nid: ${id}\n\n`;

/**
 * `complete` tells the client not to come again with what it has. Without it the end looks like a lost connection, after which
 * clients reconnect by themselves and go on from their last event id.
 */
function closing(end: FeedEnd): string {
  const error = errorOfEnd(end);
  switch (end) {
    case 'complete':
      return complete;
    case 'expired':
    case 'rightsChanged':
      return eventsOfResult(JSON.stringify({ errors: [error] }));
    case 'stopped':
    case 'tooSlow':
    case 'draining':
    case 'unavailable':
      return error ? `: ${error.message}\n\n` : '';
    default:
      return end satisfies never;
  }
}
