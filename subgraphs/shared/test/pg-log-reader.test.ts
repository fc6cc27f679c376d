import { expect, it } from '@jest/globals';
import type { LogRow } from '../src/bus/pg-log/queries.ts';
import { startReader } from '../src/bus/pg-log/reader.ts';
import { createBell, pauseFor } from '../src/bus/wait.ts';

const row: LogRow = {
  topic: 'payment_created',
  partition: 0,
  transaction_id: '1',
  position: '1',
  key: 'p',
  payload: '{}',
  headers: {},
  rewinds: 0,
};

it('leaves unread what a fetch brings that was under way at the pause', async () => {
  const handled: number[] = [];
  const committed: number[] = [];
  let answer: (rows: readonly LogRow[]) => void = () => {};
  const underWay = new Promise<readonly LogRow[]>((resolve) => {
    answer = resolve;
  });
  let fetches = 0;
  const reader = await startReader({
    name: 'g',
    handle: async (batch) => void handled.push(batch.length),
    bell: createBell(),
    pollMs: 10,
    open: async () => ({
      balance: async () => {},
      fetch: () => {
        fetches += 1;
        if (fetches === 1) return underWay;
        return Promise.resolve(committed.length === 0 ? [row] : []);
      },
      commit: async (rows) => void committed.push(rows.length),
      close: async () => {},
    }),
  });
  try {
    reader.pause();
    answer([row]);
    await pauseFor(50);
    expect([handled, committed]).toEqual([[], []]);
    reader.resume();
    for (let tries = 0; committed.length === 0 && tries < 200; tries += 1) await pauseFor(10);
    expect([handled, committed]).toEqual([[1], [1]]);
  } finally {
    await reader.close(); // Also after a failure: a reader that reads on keeps the run alive.
  }
});
