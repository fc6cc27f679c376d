import { expect, it } from '@jest/globals';
import { createTurnstile } from '../src/subscriptions/turnstile.ts';

it('lets so many in at once, in the order in which they came, also after a failure', async () => {
  const inTurn = createTurnstile(3);
  const begun: number[] = [];
  let inside = 0;
  let most = 0;
  const works = Array.from({ length: 50 }, (_, index) =>
    inTurn(async () => {
      begun.push(index);
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setImmediate(resolve));
      inside -= 1;
      if (index % 7 === 0) throw new Error(`${index}`);
      return index;
    }),
  );
  const ended = await Promise.allSettled(works);
  expect(most).toBe(3);
  expect(begun).toEqual(begun.toSorted((a, b) => a - b));
  expect(ended.filter(({ status }) => status === 'rejected')).toHaveLength(8);
  expect(await inTurn(async () => 'free again')).toBe('free again');
});
