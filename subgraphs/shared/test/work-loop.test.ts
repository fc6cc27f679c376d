import { afterEach, expect, it } from '@jest/globals';
import { eventually } from '../src/testing/eventually.ts';
import { startWorkLoop, type WorkLoop } from '../src/work-loop.ts';

let loop: WorkLoop | undefined;
afterEach(() => loop?.close());

const settle = () => new Promise((resolve) => setImmediate(resolve));

it('looks at once, again while there is work, and when it is woken', async () => {
  const left = [2, 1, 0, 0];
  let rounds = 0;
  const round = async () => {
    rounds += 1;
    return left.shift() ?? 0;
  };
  loop = startWorkLoop({ name: 'test', pollMs: 60_000, round });
  await settle();
  expect(rounds).toBe(3);
  loop.wake();
  await settle();
  expect(rounds).toBe(4);
});

it('goes on after a round that failed, after a longer pause', async () => {
  const rounds: number[] = [];
  const round = async () => {
    rounds.push(performance.now());
    if (rounds.length === 1) throw new Error('a bad round');
    return 0;
  };
  loop = startWorkLoop({ name: 'test', pollMs: 60_000, pollAfterFaultMs: 5, round });
  await eventually(() => expect(rounds).toHaveLength(2));
});

it('can be woken after a round that failed', async () => {
  let rounds = 0;
  const round = async () => {
    rounds += 1;
    if (rounds === 1) throw new Error('a bad round');
    return 0;
  };
  loop = startWorkLoop({ name: 'test', pollMs: 60_000, round });
  await settle();
  loop.wake();
  await settle();
  expect(rounds).toBe(2);
});

it('ends only after the round in hand', async () => {
  const steps: string[] = [];
  let finish = () => {};
  const round = () =>
    new Promise<number>((resolve) => {
      finish = () => {
        steps.push('round');
        resolve(0);
      };
    });
  loop = startWorkLoop({ name: 'test', pollMs: 60_000, round });
  await settle();
  const closed = loop.close().then(() => steps.push('closed'));
  await settle();
  finish();
  await closed;
  expect(steps).toEqual(['round', 'closed']);
});
