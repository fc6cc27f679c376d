import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import {
  isStreamed,
  jsonResponse,
  type HttpResponse,
  type StreamedResponse,
} from '@finflow/shared/http/route';
import { SenderGone } from '@finflow/shared/http/read-body';
import { send } from '@finflow/shared/http/serve';
import { log } from '@finflow/shared/log';
import {
  currentTraceparent,
  inSpan,
  isTracing,
  type SpanOptions,
} from '@finflow/shared/tracing/span';
import { requestIdOf, traceIdOf } from '../request-context.ts';
import { headerOf, type Answer, type Incoming } from './answer.ts';
import { callerAddress } from './caller-address.ts';
import { presenceOf } from './caller-presence.ts';
import { compress } from './compress.ts';
import type { Cors } from './cors.ts';
import { graphqlPath } from './graphql-answer.ts';
import type { Headers, SecurityHeaders } from './security-headers.ts';

export type HttpServerOptions = {
  /** Asked in turn; the first that answers has answered. */
  readonly answers: readonly Answer[];
  /** Of every answer, unless it brings its own. */
  readonly headers: SecurityHeaders;
  readonly cors: Cors;
  readonly trustProxy: boolean;
};

/** The gateway's HTTP server, not yet listening. Every answer carries the request id, by which the logs know it. */
export function createHttpServer(options: HttpServerOptions): Server {
  const server = createServer((message, outgoing) => {
    const served = isTracing() ? serveInSpan : serve;
    void served(options, message, outgoing);
  });
  server.keepAliveTimeout = 65_000; // Longer than the usual load balancer's 60 s, or it writes into closed connections.
  return server;
}

const serveInSpan: typeof serve = (options, message, outgoing) =>
  inSpan(spanName(message), spanOf(message), (span) =>
    serve(options, message, outgoing).finally(() =>
      span.setAttribute('http.response.status_code', outgoing.statusCode),
    ),
  );

async function serve(
  options: HttpServerOptions,
  message: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const requestId = requestIdOf(firstOf(message.headers['x-request-id']));
  const answered = (response: HttpResponse | StreamedResponse) =>
    send(outgoing, withHeaders(response, headersFor(options, message, response), requestId));
  try {
    const url = parseUrl(message.url);
    const response = url
      ? await firstAnswer(options, toIncoming(options, { message, outgoing, url, requestId }))
      : jsonResponse(400, { error: { code: 'BAD_REQUEST' } });
    answered(response);
  } catch (error) {
    const path = message.url?.split('?')[0];
    if (error instanceof SenderGone) {
      log.debug('sender gone', { requestId, path });
      return;
    }
    log.error('request failed', { requestId, path, error });
    answered(jsonResponse(500, { error: { code: 'INTERNAL_ERROR', requestId } }));
  }
}

async function firstAnswer({ answers, cors }: HttpServerOptions, incoming: Incoming) {
  for (const answer of [cors.preflight, ...answers]) {
    const answering = answer(incoming);
    const response = answering && (await answering);
    if (!response) continue;
    // A compressor keeps parts back until it has enough of them; a stream's are wanted at once.
    return isStreamed(response) || incoming.presence.isGone()
      ? response
      : compress(response, headerOf(incoming, 'accept-encoding'));
  }
  return jsonResponse(404, { error: { code: 'NOT_FOUND' } });
}

type Begun = Pick<Incoming, 'message' | 'url' | 'requestId'> & {
  readonly outgoing: ServerResponse;
};

const toIncoming = (
  { trustProxy }: HttpServerOptions,
  { message, outgoing, url, requestId }: Begun,
): Incoming => ({
  message,
  url,
  requestId,
  traceId: traceIdOf(currentTraceparent() ?? firstOf(message.headers['traceparent'])),
  address: callerAddress(message, trustProxy),
  presence: presenceOf(outgoing),
});

/** No paths but our own: others may hold a payment link. */
const spanName = ({ method, url }: IncomingMessage): string =>
  url?.split('?')[0] === graphqlPath ? `${method} ${graphqlPath}` : `HTTP ${method}`;

const spanOf = ({ method, headers }: IncomingMessage): SpanOptions => ({
  kind: 'SERVER',
  parent: firstOf(headers['traceparent']),
  attributes: { 'http.request.method': method ?? '' },
});

const json = /^application\/(?:graphql-response\+)?json\b/;

const headersFor = (
  { headers: { ofData, ofPages }, cors }: HttpServerOptions,
  message: IncomingMessage,
  { headers }: HttpResponse | StreamedResponse,
): Headers => ({
  ...(json.test(String(headers['content-type'])) ? ofData : ofPages),
  ...cors.headersFor(message.headers),
});

const withHeaders = <R extends HttpResponse | StreamedResponse>(
  response: R,
  headers: Headers,
  requestId: string,
): R => ({
  ...response,
  headers: {
    ...headers,
    ...response.headers,
    ...varyOf(headers, response.headers),
    'x-request-id': requestId,
  },
});

/** Both say on what the answer depends: one must not replace the other. */
const varyOf = (...all: readonly HttpResponse['headers'][]) => {
  const values = all.flatMap(({ vary }) => (vary === undefined ? [] : [vary].flat()));
  return values.length > 0 ? { vary: values.join(', ') } : {};
};

const graphqlUrl = new URL(`http://gateway${graphqlPath}`);

function parseUrl(target = '/'): URL | null {
  if (target === graphqlPath) return graphqlUrl; // Nearly all requests, and reading an address costs more than it seems.
  // A target such as //evil.example would else be read as a host.
  return target.startsWith('/') ? new URL(`http://gateway${target}`) : null;
}

const firstOf = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header[0] : header;
