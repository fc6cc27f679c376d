import type { IncomingMessage } from 'node:http';
import type { HttpResponse, StreamedResponse } from '@finflow/shared/http/route';
import type { CallerPresence } from '../request-context.ts';

/** A request as it comes in, with what every answer needs to know of it. */
export type Incoming = {
  readonly message: IncomingMessage;
  readonly url: URL;
  readonly requestId: string;
  /** 32 hex digits, W3C trace context. */
  readonly traceId: string;
  /** The caller's network address. */
  readonly address: string;
  readonly presence: CallerPresence;
};

/** Answers the requests that are its own; null leaves the request to the next one, at once where the request alone tells. */
export type Answer = (incoming: Incoming) => Promise<HttpResponse | StreamedResponse | null> | null;

/** An answer in GraphQL's shape, for what is refused before GraphQL sees it. */
export const graphqlRefusal = (status: number, code: string, message: string): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify({ errors: [{ message, extensions: { code } }] }),
});

/** The single value of a request header. */
export const headerOf = ({ message }: Incoming, name: string): string | undefined => {
  const value = message.headers[name];
  return Array.isArray(value) ? value[0] : value;
};
