import { deadlineHeader } from '@finflow/shared/deadline';
import type { SubgraphResponse } from '@finflow/shared/graphql/subgraph';
import type { HttpResponse } from '@finflow/shared/http/route';
import { viewerHeader } from '@finflow/shared/signed-viewer';
import {
  createHttpPool,
  defaultPoolLimits,
  type PoolAnswer,
  type PoolLimits,
} from './http-pool.ts';
import { requestBody } from './request-body.ts';
import { createSubgraphFeeds } from './subgraph-feeds.ts';
import {
  SubgraphUnavailable,
  type SubgraphTransport,
  type TransportRequest,
} from './subgraph-transport.ts';

export type OverHttpLimits = PoolLimits & {
  /** Milliseconds for one call, also when the operation has more left. A longer silence is the subgraph's fault. */
  readonly callTimeoutMs: number;
};

const defaultLimits: OverHttpLimits = { ...defaultPoolLimits, callTimeoutMs: 20_000 };
const readyTimeoutMs = 3_000;

/** Calls a subgraph of another process, each call once. The origin is scheme, host and port. */
export function overHttp(
  origin: string,
  overridden: Partial<OverHttpLimits> = {},
): SubgraphTransport {
  const limits = { ...defaultLimits, ...overridden };
  const pool = createHttpPool(new URL(origin).origin, limits);
  const feeds = createSubgraphFeeds({
    url: `${new URL(origin).origin.replace(/^http/, 'ws')}/graphql`,
  });
  return {
    execute: async (request) => {
      const timeout = timeoutOf(request, limits.callTimeoutMs);
      const answer = await pool.send({
        method: 'POST',
        path: '/graphql',
        headers: listed(request.headers, [
          viewerHeader,
          await request.signature(),
          deadlineHeader,
          String(Math.max(0, Math.floor(timeout.ms))),
          'content-type',
          'application/json',
        ]),
        body: requestBody(request),
        timeout,
        presence: request.presence,
      });
      return readResult(origin, answer);
    },
    forward: async ({ method, url, headers, body }) => {
      const answer = await pool.send({
        method: method === 'POST' ? 'POST' : 'GET',
        path: `${url.pathname}${url.search}`,
        headers: listed(headers),
        ...(body.length > 0 && { body }),
        timeout: { ms: limits.callTimeoutMs, isDeadline: false },
      });
      return toHttpResponse(answer);
    },
    ready: async () => {
      const timeout = { ms: readyTimeoutMs, isDeadline: false };
      const { status } = await pool.send({ method: 'GET', path: '/ready', headers: [], timeout });
      if (status !== 200) throw new SubgraphUnavailable(`${origin} is not ready: ${status}`);
    },
    feeds,
    close: async () => {
      await Promise.all([pool.close(), feeds.close()]);
    },
  };
}

/** As the client takes them at the least cost: names and values in turn. Those without a value are not sent. */
function listed(headers: TransportRequest['headers'], list: string[] = []): string[] {
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined) list.push(name, value);
  }
  return list;
}

function timeoutOf({ deadlineAtMs }: TransportRequest, callTimeoutMs: number) {
  const leftMs = deadlineAtMs - Date.now();
  return { ms: Math.min(leftMs, callTimeoutMs), isDeadline: leftMs < callTimeoutMs };
}

function readResult(origin: string, { status, headers, body }: PoolAnswer): SubgraphResponse {
  const value = parseJson(body);
  if (!isResult(value))
    throw new SubgraphUnavailable(`No GraphQL result from ${origin}: ${status}`);
  const given = headers['set-cookie'];
  const setCookies = given === undefined ? none : [given].flat();
  return { ...value, setCookies };
}

const none: readonly string[] = [];

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined; // Not JSON, so not a result: the caller says so with the status.
  }
}

/** As the specification has it: data (an object or null), or errors (a list that is not empty), or both. */
function isResult(value: unknown): value is Omit<SubgraphResponse, 'setCookies'> {
  if (typeof value !== 'object' || value === null) return false;
  const data = 'data' in value ? value.data : undefined;
  const errors = 'errors' in value ? value.errors : undefined;
  if (errors !== undefined && !(Array.isArray(errors) && errors.length > 0)) return false;
  if (data === undefined) return errors !== undefined;
  return typeof data === 'object' && !Array.isArray(data);
}

/** Of one connection: not to be handed on. */
const hopByHop = new Set(['connection', 'content-length', 'keep-alive', 'transfer-encoding']);

const toHttpResponse = ({ status, headers, body }: PoolAnswer): HttpResponse => ({
  status,
  headers: Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || hopByHop.has(name) ? [] : [[name, value]],
    ),
  ),
  body,
});
