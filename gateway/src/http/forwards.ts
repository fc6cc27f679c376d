import type { HttpRequest } from '@finflow/shared/http/route';
import { jsonResponse } from '@finflow/shared/http/route';
import { log } from '@finflow/shared/log';
import { nextTraceparent } from '@finflow/shared/tracing/traceparent';
import { SubgraphUnavailable, type SubgraphTransport } from '../transports/subgraph-transport.ts';
import { headerOf, type Answer, type Incoming } from './answer.ts';
import { readBody } from '@finflow/shared/http/read-body';

/** An address of a subgraph that the world may call. A path that ends in `*` stands for all that begins like it. */
export type Forward = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly subgraph: string;
};

/** What FinFlow's subgraphs offer beside GraphQL. */
export const finflowForwards: readonly Forward[] = [
  { method: 'POST', path: '/webhooks/stripe', subgraph: 'payments' },
  { method: 'GET', path: '/.well-known/jwks.json', subgraph: 'auth' },
  { method: 'GET', path: '/files/*', subgraph: 'accounting' },
];

/** Stripe's largest events are some hundred kilobytes. */
const maxBytes = 2 * 1024 * 1024;

/** What a subgraph may see of a forwarded request. Cookies, credentials and x-finflow-* of a stranger never pass. */
const passed = [
  'accept',
  'content-type',
  'if-none-match',
  'range',
  'stripe-signature',
  'user-agent',
];

/** Hands requests on to the subgraph that declared the address; bodies stay as they came, because they are signed. */
export const createForwardsAnswer =
  (forwards: readonly Forward[], transports: Readonly<Record<string, SubgraphTransport>>): Answer =>
  async (incoming) => {
    const forward = forwards.find((candidate) => matches(candidate, incoming));
    const transport = forward && transports[forward.subgraph];
    if (!transport) return null;
    const body = await readBody(incoming.message, maxBytes);
    if (!body) return jsonResponse(413, { error: { code: 'BODY_TOO_LARGE' } });
    try {
      return await transport.forward(toRequest(incoming, body));
    } catch (error) {
      if (!(error instanceof SubgraphUnavailable)) throw error;
      log.error('could not forward', { subgraph: forward.subgraph, error });
      return jsonResponse(503, { error: { code: 'SERVICE_UNAVAILABLE' } });
    }
  };

function matches({ method, path }: Forward, { message, url }: Incoming): boolean {
  const asked = message.method === 'HEAD' ? 'GET' : message.method;
  if (asked !== method) return false;
  return path.endsWith('*') ? url.pathname.startsWith(path.slice(0, -1)) : url.pathname === path;
}

const toRequest = (incoming: Incoming, body: Buffer): HttpRequest => ({
  method: incoming.message.method === 'POST' ? 'POST' : 'GET',
  url: incoming.url,
  headers: {
    ...Object.fromEntries(passed.map((name) => [name, headerOf(incoming, name)])),
    'x-request-id': incoming.requestId,
    traceparent: nextTraceparent(incoming.traceId),
    'x-forwarded-for': incoming.address,
  },
  body,
  remoteAddress: incoming.address,
});
