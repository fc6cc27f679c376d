import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { log } from '../log.ts';
import { readBody, SenderGone } from './read-body.ts';
import { discard, sendInParts } from './send-in-parts.ts';
import { inSpan } from '../tracing/span.ts';
import {
  findRoute,
  isStreamed,
  jsonResponse,
  type HttpRequest,
  type HttpResponse,
  type Route,
  type StreamedResponse,
} from './route.ts';

export type HttpServer = {
  readonly port: number;
  /** Takes no new requests, waits for those in flight (at most `graceMs`), then closes. */
  close(graceMs?: number): Promise<void>;
};

export type ServeOptions = {
  readonly routes: readonly Route[];
  readonly port: number;
  readonly host?: string;
  readonly maxBodyBytes?: number;
};

/**
 * Serves routes over HTTP/1.1.
 * @throws Error EADDRINUSE or EACCES when the port can't be had
 */
export async function serve({
  routes,
  port,
  host = '0.0.0.0',
  maxBodyBytes = 10_485_760,
}: ServeOptions): Promise<HttpServer> {
  const server = createServer((incoming, outgoing) => {
    answer(routes, incoming, maxBodyBytes)
      .then((response) => send(outgoing, response))
      .catch((error: unknown) => {
        const path = incoming.url?.split('?')[0]; // What follows may sign a link.
        if (error instanceof SenderGone) log.debug('sender gone', { path });
        else log.error('request failed', { path, error });
        send(outgoing, jsonResponse(500, { error: { code: 'INTERNAL_ERROR' } }));
      });
  });
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server.off('error', reject) && undefined));
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: (graceMs) => closeServer(server, graceMs),
  };
}

/** Stops listening; idle connections end at once, busy ones after their answer or after `graceMs`. */
export function closeServer(
  server: ReturnType<typeof createServer>,
  graceMs = 10_000,
): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), graceMs);
    // A connection that was busy just now would else be kept alive until the grace is over.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(force);
      clearInterval(sweep);
      resolve();
    });
    server.closeIdleConnections();
  });
}

async function answer(
  routes: readonly Route[],
  incoming: IncomingMessage,
  maxBodyBytes: number,
): Promise<HttpResponse> {
  const url = new URL(incoming.url ?? '/', 'http://localhost');
  const route = findRoute(
    routes,
    incoming.method === 'HEAD' ? 'GET' : (incoming.method ?? 'GET'),
    url.pathname,
  );
  if (!route) return jsonResponse(404, { error: { code: 'NOT_FOUND' } });
  const body = await readBody(incoming, maxBodyBytes);
  if (!body) return jsonResponse(413, { error: { code: 'BODY_TOO_LARGE' } });
  const request = toRequest(incoming, url, body);
  const parent = request.headers['traceparent'];
  return inSpan(`${route.method} ${route.path}`, { kind: 'SERVER', parent }, () =>
    route.handle(request),
  );
}

export const toRequest = (incoming: IncomingMessage, url: URL, body: Buffer): HttpRequest => ({
  method: incoming.method ?? 'GET',
  url,
  headers: Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  ),
  body,
  remoteAddress: incoming.socket.remoteAddress ?? '',
});

/** Sends the answer: at once, or part by part as they come. */
export function send(outgoing: ServerResponse, response: HttpResponse | StreamedResponse): void {
  if (outgoing.headersSent || outgoing.destroyed) {
    if (isStreamed(response)) discard(response.body);
    return;
  }
  const { status } = response;
  const headers = response.headers as OutgoingHttpHeaders; // Node only reads its lists.
  if (isStreamed(response)) {
    outgoing.writeHead(status, headers);
    void sendInParts(outgoing, response.body);
    return;
  }
  const { body } = response;
  // Without its length Node would send a whole answer in chunks.
  const length = status === 204 || status === 304 ? {} : lengthOf(body);
  outgoing.writeHead(status, { ...headers, ...length });
  outgoing.end(outgoing.req.method === 'HEAD' ? undefined : body);
}

const lengthOf = (body: string | Buffer) => ({ 'content-length': Buffer.byteLength(body) });
