import type { FeedEnd, FeedMessage } from '../subscriptions/feed-port.ts';
import type { FeedFormat } from './feed-format.ts';
import { errorOfEnd } from './feed-end-errors.ts';

const boundary = 'graphql';

/** Apollo's multipart HTTP protocol for subscriptions, `subscriptionSpec=1.0`, as Apollo Client's HttpLink reads it. */
export const multipartFeed: FeedFormat = {
  name: 'multipart',
  contentType: `multipart/mixed;boundary="${boundary}";subscriptionSpec=1.0`,
  heartbeatMs: 5_000,
  opening: `\r\n--${boundary}`,
  message: (message) => part(message.kind === 'result' ? payloadOf(message) : '{}'),
  closing: (end) => `${part(lastPayloadOf(end))}--\r\n`,
};

/** Each part ends with the next one's boundary: a client takes a part for complete only when it has seen it. */
const part = (json: string): string =>
  `\r\ncontent-type: application/json; charset=utf-8\r\n\r\n${json}\r\n--${boundary}`;

const payloadOf = ({ json }: FeedMessage & { kind: 'result' }): string => `{"payload":${json()}}`;

/** Errors beside the payload are the stream's, not the operation's: they end it. */
function lastPayloadOf(end: FeedEnd): string {
  const error = errorOfEnd(end);
  return JSON.stringify({ payload: null, ...(error && { errors: [error] }) });
}
