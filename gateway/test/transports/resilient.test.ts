import { expect, it } from '@jest/globals';
import { resilient } from '../../src/transports/resilient.ts';
import {
  SubgraphUnavailable,
  type SubgraphTransport,
  type TransportRequest,
} from '../../src/transports/subgraph-transport.ts';
import { newCall, newContext } from '../world/call.ts';

const request = (deadlineAtMs: number): TransportRequest => ({
  ...newCall(),
  viewer: newContext().viewer,
  signature: () => Promise.resolve(''),
  headers: {},
  deadlineAtMs,
});

/** A subgraph that never answers a call, and what is told of each. */
const down = (onAsked: () => void): SubgraphTransport => ({
  execute: () => {
    onAsked();
    return Promise.reject(new SubgraphUnavailable('down'));
  },
  forward: () => Promise.reject(new Error('not asked')),
  ready: () => Promise.resolve(),
});

it('keeps its retries for queries that have the time for one', async () => {
  let asked = 0;
  const books = down(() => {
    asked += 1;
  });
  const limits = { retryDelayMs: 1, maxRetries: 1, failuresToOpen: 1_000 };
  const transport = resilient('books', books, { ...limits, retryShare: 0, retryBurst: 1 });
  await expect(transport.execute(request(Date.now()))).rejects.toThrow('down');
  expect(asked).toBe(1);
  await expect(transport.execute(request(Date.now() + 30_000))).rejects.toThrow('down');
  expect(asked).toBe(3);
});

it('asks again at moments that are spread, so that those who failed together don’t come back together', async () => {
  const askedAtMs: number[] = [];
  const books = down(() => askedAtMs.push(performance.now()));
  const limits = { retryDelayMs: 1_000, maxRetries: 1, failuresToOpen: 1_000, retryBurst: 20 };
  const transport = resilient('books', books, limits);
  const asking = Array.from({ length: 20 }, () => transport.execute(request(Date.now() + 30_000)));
  await Promise.allSettled(asking);
  const [firstAgain = 0, lastAgain = 0] = [askedAtMs[20], askedAtMs.at(-1)];
  expect(askedAtMs).toHaveLength(40);
  expect(lastAgain - firstAgain).toBeGreaterThan(250);
});
