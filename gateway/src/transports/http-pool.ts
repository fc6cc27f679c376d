import { Pool, type Dispatcher } from 'undici';
import type { CallerPresence } from '../request-context.ts';
import { collectAnswer } from './collect-answer.ts';
import {
  CallerGone,
  DeadlineExceeded,
  SubgraphBusy,
  SubgraphSilent,
  SubgraphUnavailable,
} from './subgraph-transport.ts';

export type PoolLimits = {
  /** Open connections to one subgraph. */
  readonly maxConnections: number;
  /** Calls that wait for a free connection. */
  readonly maxWaiting: number;
  /** Bytes of one answer. */
  readonly maxAnswerBytes: number;
  /** Milliseconds to connect. */
  readonly connectTimeoutMs: number;
};

export const defaultPoolLimits: PoolLimits = {
  maxConnections: 64,
  maxWaiting: 512,
  maxAnswerBytes: 64 * 1024 * 1024,
  connectTimeoutMs: 3_000,
};

export type PoolRequest = {
  readonly method: Dispatcher.HttpMethod;
  readonly path: string;
  /** Names and values in turn. */
  readonly headers: string[];
  readonly body?: string | Buffer;
  /** Milliseconds until the whole answer must be there, and what it means when it isn't. */
  readonly timeout: { readonly ms: number; readonly isDeadline: boolean };
  /** Of those who wait for the answer. When they are gone the request is given up, and its connection with it. */
  readonly presence?: CallerPresence | undefined;
};

export type PoolAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
};

export type HttpPool = {
  /**
   * Sends once; a request whose connection breaks is not sent again.
   * @throws SubgraphBusy when too many wait already
   * @throws SubgraphSilent or DeadlineExceeded when the time is over, by whose time it was
   * @throws CallerGone when nobody waits for the answer any more
   * @throws SubgraphUnavailable when the connection can't be made or breaks
   */
  send(request: PoolRequest): Promise<PoolAnswer>;
  close(): Promise<void>;
};

/** Below the 65 s for which the house's servers keep a connection, or a request could meet one that is just being closed. */
const keepAliveMs = 30_000;

/** A bounded number of connections to one origin, kept alive, with a bounded queue before them. */
export function createHttpPool(origin: string, limits: PoolLimits): HttpPool {
  const pool = new Pool(origin, {
    connections: limits.maxConnections,
    pipelining: 1,
    keepAliveTimeout: keepAliveMs,
    keepAliveMaxTimeout: keepAliveMs,
    maxResponseSize: limits.maxAnswerBytes,
    connect: { timeout: limits.connectTimeoutMs },
    // One timeout for the whole answer replaces undici's two for its parts.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  let inFlight = 0;
  const leave = () => {
    inFlight -= 1;
  };
  return {
    send: (request) => {
      if (inFlight >= limits.maxConnections + limits.maxWaiting) {
        return Promise.reject(new SubgraphBusy(`${inFlight} calls wait for ${origin}`));
      }
      if (request.presence?.isGone()) return Promise.reject(gone(origin));
      inFlight += 1;
      return sendOnce(pool, { origin, leave }, request);
    },
    close: () => pool.close(),
  };
}

type Way = { readonly origin: string; readonly leave: () => void };

function sendOnce(pool: Pool, { origin, leave }: Way, request: PoolRequest): Promise<PoolAnswer> {
  const { method, path, headers, body = null, timeout, presence } = request;
  const asked = { method, path, headers, body };
  let timer: NodeJS.Timeout | undefined;
  let takeBack: (() => void) | undefined;
  return collectAnswer(pool, asked, {
    begin: (abort) => {
      timer = setTimeout(() => abort(late(origin, timeout)), Math.max(0, timeout.ms));
      takeBack = presence?.onGone(() => abort(gone(origin)));
    },
    end: () => {
      clearTimeout(timer);
      takeBack?.();
      leave();
    },
    broken: (cause) => new SubgraphUnavailable(`No answer from ${origin}`, { cause }),
  });
}

const late = (origin: string, { ms, isDeadline }: PoolRequest['timeout']) =>
  isDeadline
    ? new DeadlineExceeded(`No answer from ${origin} in time`)
    : new SubgraphSilent(`No answer from ${origin} within ${ms} ms`);

const gone = (origin: string) => new CallerGone(`Nobody waits for ${origin} any more`);
