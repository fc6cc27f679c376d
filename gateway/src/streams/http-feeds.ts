import { HeaderMap, type HTTPGraphQLRequest, type HTTPGraphQLResponse } from '@apollo/server';
import type { OperationRule } from '../rules-in-turn.ts';
import type { OpenFeed } from '../subscriptions/feed-port.ts';
import { eventsOfResult } from './event-stream.ts';
import { feedBody } from './feed-format.ts';
import { asWholeRequest, type FeedAnswer, type StreamRequest } from './stream-request.ts';
import { subscriptionsOverHttp } from './subscriptions-over-http.ts';

/** Subscriptions as streaming answers. */
export type HttpFeeds = {
  /** Opens the feed in place of an execution, after all its other checks. */
  readonly rule: OperationRule;
  /** Answers a client that takes a stream: a feed of a subscription, and what `execute` answers to any other operation. */
  answer(
    stream: StreamRequest,
    request: HTTPGraphQLRequest,
    execute: (request: HTTPGraphQLRequest) => Promise<HTTPGraphQLResponse>,
  ): Promise<HTTPGraphQLResponse>;
};

export function createHttpFeeds(openFeed: OpenFeed): HttpFeeds {
  const underWay = new WeakMap<HTTPGraphQLRequest, FeedAnswer>();
  return {
    rule: subscriptionsOverHttp(openFeed, (request) => request && underWay.get(request)),
    answer: async (stream, request, execute) => {
      const answer: FeedAnswer = { stream, abort: new AbortController(), feed: null };
      const whole = asWholeRequest(stream, request);
      underWay.set(whole, answer);
      return present(answer, await execute(whole));
    },
  };
}

function present({ stream, abort, feed }: FeedAnswer, whole: HTTPGraphQLResponse) {
  const { format } = stream;
  const { status = 200 } = whole;
  if (feed && status < 400) {
    return withBody(whole, format.contentType, {
      kind: 'chunked',
      asyncIterator: feedBody(feed, format, () => abort.abort()),
    });
  }
  abort.abort(); // Something after the opening refused: nobody would read what was opened.
  if (format.name === 'multipart' || whole.body.kind === 'chunked') return whole;
  return isAboutTheOperation(status, whole.body.string)
    ? withBody(whole, format.contentType, {
        kind: 'complete',
        string: eventsOfResult(whole.body.string),
      })
    : whole;
}

function withBody(
  { headers }: HTTPGraphQLResponse,
  contentType: string,
  body: HTTPGraphQLResponse['body'],
): HTTPGraphQLResponse {
  const all = new HeaderMap(headers);
  all.set('content-type', contentType);
  all.delete('content-length');
  return { status: 200, headers: all, body };
}

/**
 * The protocol wants what is wrong with an operation told in the stream, because EventSource shows a page nothing of another
 * answer. What is wrong with the request or its sender stays a status, before a stream begins.
 */
function isAboutTheOperation(status: number, json: string): boolean {
  if (status !== 400) return status < 400;
  const { errors }: { errors?: readonly { extensions?: { code?: unknown } }[] } = JSON.parse(json);
  return errors?.[0]?.extensions?.code !== 'BAD_REQUEST';
}
