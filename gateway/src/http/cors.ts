import type { IncomingHttpHeaders } from 'node:http';
import { headerOf, type Answer } from './answer.ts';
import type { Headers } from './security-headers.ts';

/** Which pages of other origins may read the endpoint's answers. */
export type CorsOptions = {
  /** Scheme, host and port of each. */
  readonly origins: readonly string[];
  /** Whether their requests may carry cookies. Credentials in a header need no such leave. */
  readonly credentials: boolean;
};

export type Cors = {
  /** Answers a browser's question whether a page may send what it wants to send. */
  readonly preflight: Answer;
  /** What an answer to such a page carries; nothing for pages of any other origin. */
  readonly headersFor: (request: IncomingHttpHeaders) => Headers;
};

const endpoint = /^\/graphql(?:\/|$)/;
const rememberedSeconds = 600;

const allowedHeaders = [
  'apollo-require-preflight',
  'authorization',
  'content-type',
  'last-event-id',
  'traceparent',
  'x-apollo-operation-name',
  'x-finflow-cost',
  'x-finflow-event-id',
  'x-request-id',
];
const readableHeaders = ['ratelimit', 'ratelimit-policy', 'retry-after', 'x-request-id'];

/** Cross-origin sharing for a written list of origins. The list is never a pattern, and never everybody. */
export function createCors({ origins, credentials }: CorsOptions): Cors {
  const listed = new Set(origins);
  const headersFor = ({ origin }: IncomingHttpHeaders): Headers =>
    origin !== undefined && listed.has(origin)
      ? {
          'access-control-allow-origin': origin,
          'access-control-expose-headers': readableHeaders.join(', '),
          vary: 'Origin',
          ...(credentials && { 'access-control-allow-credentials': 'true' }),
        }
      : {};
  return {
    headersFor,
    preflight: (incoming) => {
      const { method, headers } = incoming.message;
      const isPreflight =
        method === 'OPTIONS' &&
        headerOf(incoming, 'access-control-request-method') !== undefined &&
        endpoint.test(incoming.url.pathname);
      if (!isPreflight || !listed.has(headers.origin ?? '')) return null;
      return Promise.resolve({
        status: 204,
        headers: {
          'access-control-allow-methods': 'GET, POST',
          'access-control-allow-headers': allowedHeaders.join(', '),
          'access-control-max-age': String(rememberedSeconds),
        },
        body: '',
      });
    },
  };
}
