import { createClient } from 'graphql-ws';
import { until } from '../demo/until.ts';

/** One answer of a feed, and when it came. */
export type Told<Data> = { readonly data: Data; readonly atMs: number };

export type Feed<Data> = {
  /** Everything it told so far, oldest first. */
  readonly told: readonly Told<Data>[];
  /** Answers that carried errors instead. */
  readonly errors: readonly unknown[];
  /** The first answer, come or coming, that is what one waits for. Rejects after `limitMs`. */
  first(what: string, holds: (data: Data) => boolean, limitMs?: number): Promise<Told<Data>>;
};

export type LiveSocket = {
  /** Resolves when the gateway listens for it: nothing that happens from then on is missed. */
  listen<Data>(query: string, variables?: Record<string, unknown>): Promise<Feed<Data>>;
  close(): Promise<void>;
};

const feedLimitMs = 30_000;

/**
 * Opens the socket of an API client, by graphql-ws, and never asks for anything but its feeds.
 * @param url the house's address
 * @param authorization as in the HTTP header: `Bearer <jwt>` or `PayLink <token>`
 */
export function openLiveSocket(url: string, authorization: string): LiveSocket {
  const client = createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    connectionParams: { authorization },
  });
  return {
    listen: async <Data>(query: string, variables: Record<string, unknown> = {}) => {
      const told: Told<Data>[] = [];
      const errors: unknown[] = [];
      const before = await runningFeeds(url);
      client.subscribe<Data>(
        { query, variables },
        {
          next: ({ data, errors: failed }) => {
            if (failed) errors.push(failed);
            else if (data) told.push({ data, atMs: performance.now() });
          },
          error: (error) => errors.push(error),
          complete: () => undefined,
        },
      );
      await until('the feed to listen', async () =>
        errors.length > 0 || (await runningFeeds(url)) > before ? true : null,
      );
      if (errors.length > 0) throw new Error(`The feed was refused: ${JSON.stringify(errors)}`);
      const first: Feed<Data>['first'] = (what, holds, limitMs = feedLimitMs) =>
        until(what, async () => told.find(({ data }) => holds(data)) ?? null, limitMs);
      return { told, errors, first };
    },
    close: async () => client.dispose(),
  };
}

/** How many feeds the gateway runs, as its metrics say. */
async function runningFeeds(url: string): Promise<number> {
  const response = await fetch(`${url}/metrics`, { signal: AbortSignal.timeout(10_000) });
  const lines = (await response.text()).split('\n');
  return lines
    .filter((line) => /^finflow_gateway_subscriptions[{ ]/.test(line))
    .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}
