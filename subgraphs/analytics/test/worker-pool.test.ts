import { afterEach, describe, expect, it } from '@jest/globals';
import { createWorkerPool, type WorkerPool } from '../src/threads/worker-pool.ts';
import type { OddTask } from './support/odd-worker.ts';

type Result = { readonly value: number; readonly tasks: number };

const pools: WorkerPool<OddTask, Result>[] = [];
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

function openPool(options: { size?: number; maxWaiting?: number; timeoutMs?: number } = {}) {
  const script = new URL('support/odd-worker.ts', import.meta.url);
  const pool = createWorkerPool<OddTask, Result>({
    script,
    size: 1,
    maxWaiting: 10,
    timeoutMs: 60_000,
    ...options,
  });
  pools.push(pool);
  return pool;
}

const double = (value: number): OddTask => ({ kind: 'double', value });

describe('a pool of threads', () => {
  it('starts a thread once and gives it one task after the other', async () => {
    const pool = openPool();
    const results = await Promise.all([1, 2, 3].map((value) => pool.run(double(value))));
    expect(results).toEqual([
      { value: 2, tasks: 1 },
      { value: 4, tasks: 2 },
      { value: 6, tasks: 3 },
    ]);
  });

  it('tells what a task threw, and goes on with the same thread', async () => {
    const pool = openPool();
    await expect(pool.run({ kind: 'throw' })).rejects.toThrow('No such month');
    expect(await pool.run(double(4))).toEqual({ value: 8, tasks: 2 });
  });

  it('replaces a thread that died; only its own task fails', async () => {
    const pool = openPool();
    await pool.run(double(1));
    const dying = pool.run({ kind: 'die' });
    const after = pool.run(double(5));
    await expect(dying).rejects.toMatchObject({ reason: 'DIED' });
    expect(await after).toEqual({ value: 10, tasks: 1 });
  });

  it('ends a thread that works too long, and gives the next task a new one', async () => {
    const pool = openPool({ timeoutMs: 5000 });
    const hanging = pool.run({ kind: 'hang' });
    const after = pool.run(double(6));
    await expect(hanging).rejects.toMatchObject({ reason: 'TOO_LONG' });
    expect(await after).toEqual({ value: 12, tasks: 1 });
  });

  it('refuses a task when too many wait, instead of letting them pile up', async () => {
    const pool = openPool({ maxWaiting: 1 });
    const first = pool.run(double(1));
    const second = pool.run(double(2));
    await expect(pool.run(double(3))).rejects.toMatchObject({ reason: 'BUSY' });
    expect((await Promise.all([first, second])).map(({ value }) => value)).toEqual([2, 4]);
  });

  it('fails what is under way when it is closed, and takes nothing more', async () => {
    const pool = openPool();
    const hanging = pool.run({ kind: 'hang' });
    const waiting = pool.run(double(1));
    const closed = pool.close();
    await expect(hanging).rejects.toMatchObject({ reason: 'CLOSED' });
    await expect(waiting).rejects.toMatchObject({ reason: 'CLOSED' });
    await closed;
    await expect(pool.run(double(1))).rejects.toMatchObject({ reason: 'CLOSED' });
  });
});
