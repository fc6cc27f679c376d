import { expect, it } from '@jest/globals';
import type { SubgraphTransport } from '../src/transports/subgraph-transport.ts';
import { ask, startWorld } from './world/world.ts';

it('lets a request that runs come to its end, and takes no new one', async () => {
  let answer = () => {};
  let asked = () => {};
  const isAsked = new Promise<void>((resolve) => {
    asked = resolve;
  });
  const slow: SubgraphTransport = {
    execute: () =>
      new Promise((resolve) => {
        answer = () => resolve({ data: { hello: 'late' }, setCookies: [] });
        asked();
      }),
    forward: () => Promise.reject(new Error('not asked')),
    ready: () => Promise.resolve(),
  };
  const world = await startWorld({ replaced: { payments: slow } });
  const running = ask(world, '{ hello }');
  await isAsked;
  const closed = world.close();
  await expect(ask(world, '{ hello }')).rejects.toThrow('fetch failed');
  answer();
  expect((await running).body).toEqual({ data: { hello: 'late' } });
  const startedMs = performance.now();
  await closed;
  expect(performance.now() - startedMs).toBeLessThan(3_000);
});
