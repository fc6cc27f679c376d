import { expect, it, jest } from '@jest/globals';
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
const down = (onAsked: (request: TransportRequest) => void): SubgraphTransport => ({
  execute: (asked) => {
    onAsked(asked);
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

it('asks again after waits that are drawn, so that those who failed together don’t come back together', async () => {
  const asked: string[] = [];
  const books = down(({ query }) => asked.push(query));
  const transport = resilient('books', books, { retryDelayMs: 200, maxRetries: 1 });
  const drawn = jest.spyOn(Math, 'random').mockReturnValueOnce(0.9).mockReturnValueOnce(0.1);
  const deadlineAtMs = Date.now() + 30_000;
  const asking = ['{ late }', '{ soon }'].map((query) =>
    transport.execute({ ...request(deadlineAtMs), query }),
  );
  await Promise.allSettled(asking);
  drawn.mockRestore();
  expect(asked).toEqual(['{ late }', '{ soon }', '{ soon }', '{ late }']);
});
