import { HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import { headerOf, type Incoming } from '../http/answer.ts';
import type { OpenedFeed, Subscriber } from '../subscriptions/feed-port.ts';
import { lastEventIdIn, toLastEventId } from '../subscriptions/last-event-id.ts';
import { acceptedFormat } from './accepted-format.ts';
import type { FeedFormat } from './feed-format.ts';

/** A request whose sender takes a stream for an answer. */
export type StreamRequest = {
  readonly format: FeedFormat;
  readonly subscriber: Subscriber;
  readonly lastEventId: string | null;
  /** A GET, as EventSource sends it. Pages of any site can make a browser send one, so no mutation is taken by it. */
  readonly isGet: boolean;
};

/** Its answer, on its way through Apollo Server. */
export type FeedAnswer = {
  readonly stream: StreamRequest;
  /** Ends the feed. */
  readonly abort: AbortController;
  /** Set when the subscription runs. */
  feed: OpenedFeed | null;
};

/** Null when the client wants one whole answer. */
export function readStreamRequest(
  incoming: Incoming,
  subscriber: Subscriber,
  body: unknown,
): StreamRequest | null {
  const format = acceptedFormat(headerOf(incoming, 'accept'));
  const isGet = incoming.message.method === 'GET';
  if (!format || (isGet && format.name !== 'event-stream')) return null;
  return { format, subscriber, isGet, lastEventId: lastEventIdOf(incoming, body) };
}

/**
 * The same request as Apollo Server takes it. It takes subscriptions by POST only, and would refuse to say what is wrong to a client
 * that accepts nothing but a stream.
 */
export function asWholeRequest(
  { format, isGet }: StreamRequest,
  request: HTTPGraphQLRequest,
): HTTPGraphQLRequest {
  const headers = new HeaderMap(request.headers);
  const wanted = format.name === 'multipart' ? [request.headers.get('accept')] : [];
  headers.set('accept', [...wanted, 'application/graphql-response+json;q=0.5'].join(','));
  if (!isGet) return { ...request, headers };
  headers.set('content-type', 'application/json');
  return { ...request, method: 'POST', headers, body: bodyOfSearch(request.search) };
}

/** What stands in the address. JSON that is none stays text, which Apollo Server refuses with a sentence. */
function bodyOfSearch(search: string): Record<string, unknown> {
  const given = new URLSearchParams(search);
  const body: Record<string, unknown> = {};
  for (const name of ['query', 'operationName']) {
    const value = given.get(name);
    if (value !== null) body[name] = value;
  }
  for (const name of ['variables', 'extensions']) {
    const value = given.get(name);
    if (value !== null) body[name] = parsed(value);
  }
  return body;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return json; // Apollo Server refuses a text in this place and says so.
  }
}

/** EventSource sends a header; a page that begins anew puts it in the address, and other clients in the extensions. */
const lastEventIdOf = (incoming: Incoming, body: unknown): string | null =>
  toLastEventId(
    headerOf(incoming, 'last-event-id') ??
      incoming.url.searchParams.get('lastEventId') ??
      lastEventIdIn(extensionsOf(body)),
  );

const extensionsOf = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && 'extensions' in body ? body.extensions : null;
