import { expect, it } from '@jest/globals';
import { resilient } from '../../src/transports/resilient.ts';
import {
  SubgraphUnavailable,
  type SubgraphTransport,
  type TransportRequest,
} from '../../src/transports/subgraph-transport.ts';
import { newCall, newContext } from '../world/call.ts';

it('keeps its retries for queries that have the time for one', async () => {
  let asked = 0;
  const down: SubgraphTransport = {
    execute: () => {
      asked += 1;
      return Promise.reject(new SubgraphUnavailable('down'));
    },
    forward: () => Promise.reject(new Error('not asked')),
    ready: () => Promise.resolve(),
  };
  const limits = { retryDelayMs: 1, maxRetries: 1, failuresToOpen: 1_000 };
  const transport = resilient('books', down, { ...limits, retryShare: 0, retryBurst: 1 });
  const request = (deadlineAtMs: number): TransportRequest => ({
    ...newCall(),
    viewer: newContext().viewer,
    signature: () => Promise.resolve(''),
    headers: {},
    deadlineAtMs,
  });
  await expect(transport.execute(request(Date.now()))).rejects.toThrow('down');
  expect(asked).toBe(1);
  await expect(transport.execute(request(Date.now() + 30_000))).rejects.toThrow('down');
  expect(asked).toBe(3);
});
