import { expect, it } from '@jest/globals';
import { createCoalescingQueue } from '../src/subscriptions/coalescing-queue.ts';

type Item = { readonly key: string | null; readonly text: string };

const queueOf = (maxQueued: number) => createCoalescingQueue<Item>(maxQueued, ({ key }) => key);

const state = (text: string): Item => ({ key: text.slice(0, 1), text });
const entry = (text: string): Item => ({ key: null, text });

function drain(queue: ReturnType<typeof queueOf>): string[] {
  const taken: string[] = [];
  for (let item = queue.take(); item; item = queue.take()) taken.push(item.text);
  return taken;
}

it('keeps only the latest of each key, at its latest place', () => {
  const queue = queueOf(10);
  for (const text of ['a1', 'b2', 'a3']) queue.push(state(text));
  expect(queue.size()).toBe(2);
  expect(drain(queue)).toEqual(['b2', 'a3']);
});

it('keeps each item without a key, in order', () => {
  const queue = queueOf(10);
  for (const text of ['a1', 'a2', 'a3']) queue.push(entry(text));
  expect(drain(queue)).toEqual(['a1', 'a2', 'a3']);
});

it('says so when it is full, and takes more after a read', () => {
  const queue = queueOf(2);
  expect(['a1', 'b1', 'c1'].map((text) => queue.push(state(text)))).toEqual([true, true, false]);
  expect(queue.push(state('b5'))).toBe(true);
  expect(queue.take()?.text).toBe('a1');
  expect(queue.push(state('c1'))).toBe(true);
  expect(drain(queue)).toEqual(['b5', 'c1']);
});

it('is empty after it was cleared', () => {
  const queue = queueOf(2);
  queue.push(state('a1'));
  queue.clear();
  expect([queue.size(), queue.take()]).toEqual([0, undefined]);
});
