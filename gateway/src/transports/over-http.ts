import type { SubgraphResponse } from '@finflow/shared/graphql/subgraph';
import type { HttpResponse } from '@finflow/shared/http/route';
import { SubgraphUnavailable, type SubgraphTransport } from './subgraph-transport.ts';

const operationTimeoutMs = 60_000;
const readyTimeoutMs = 3_000;

/** Calls a subgraph of another process. Node's fetch keeps connections alive; nothing is retried, because a mutation must not be. */
export function overHttp(origin: string): SubgraphTransport {
  const call = (path: string, init: RequestInit, timeoutMs: number) =>
    fetchFrom(new URL(path, origin), { ...init, signal: AbortSignal.timeout(timeoutMs) });
  return {
    execute: async ({ headers, ...body }) => {
      const response = await call(
        '/graphql',
        {
          method: 'POST',
          headers: { ...present(headers), 'content-type': 'application/json' },
          body: JSON.stringify(body),
        },
        operationTimeoutMs,
      );
      return { ...(await readResult(response)), setCookies: response.headers.getSetCookie() };
    },
    forward: async ({ method, url, headers, body }) => {
      const init = {
        method,
        headers: present(headers),
        ...(body.length > 0 && { body: new Uint8Array(body) }),
      };
      return toHttpResponse(await call(`${url.pathname}${url.search}`, init, operationTimeoutMs));
    },
    ready: async () => {
      const response = await call('/ready', {}, readyTimeoutMs);
      await response.body?.cancel();
      if (!response.ok) throw new SubgraphUnavailable(`${origin} is not ready`);
    },
  };
}

async function fetchFrom(url: URL, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, redirect: 'manual' });
  } catch (error) {
    throw new SubgraphUnavailable(`No answer from ${url.origin}`, { cause: error });
  }
}

async function readResult(response: Response): Promise<Omit<SubgraphResponse, 'setCookies'>> {
  const value: unknown = await response.json().catch((cause: unknown) => {
    throw new SubgraphUnavailable(`No JSON from ${response.url}`, { cause });
  });
  if (isResult(value)) return value;
  throw new SubgraphUnavailable(`No GraphQL result from ${response.url}: ${response.status}`);
}

const isResult = (value: unknown): value is Omit<SubgraphResponse, 'setCookies'> =>
  typeof value === 'object' && value !== null && ('data' in value || 'errors' in value);

/** Of one connection, or already undone by fetch: not to be handed on. */
const hopByHop = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'keep-alive',
  'transfer-encoding',
]);

async function toHttpResponse(response: Response): Promise<HttpResponse> {
  const headers = [...response.headers].filter(([name]) => !hopByHop.has(name));
  return {
    status: response.status,
    headers: Object.fromEntries(headers),
    body: Buffer.from(await response.arrayBuffer()),
  };
}

const present = (headers: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
