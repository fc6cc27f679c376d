import { expect, it } from '@jest/globals';
import type { Signal } from '../src/subscriptions/feeds.ts';
import { createSignalQueue } from '../src/subscriptions/signal-queue.ts';

const signal = (field: Signal['field'], entityId: string, atMs = 0): Signal => ({
  field,
  typename: 'Payment',
  entityId,
  organizationId: 'o',
  paymentId: null,
  invoiceId: null,
  atMs,
  traceparent: '',
  requestId: null,
});

async function drain(queue: ReturnType<typeof createSignalQueue>, count: number) {
  const taken: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const { value } = await queue.next();
    taken.push(`${value?.entityId}@${value?.atMs}`);
  }
  return taken;
}

it('keeps only the latest of each entity in a feed of states, at its latest place', async () => {
  const queue = createSignalQueue(10);
  for (const [id, atMs] of [
    ['a', 1],
    ['b', 2],
    ['a', 3],
  ] as const) {
    queue.push(signal('paymentChanged', id, atMs));
  }
  expect(await drain(queue, 2)).toEqual(['b@2', 'a@3']);
});

it('keeps each entry of the ledger, in order', async () => {
  const queue = createSignalQueue(10);
  for (const atMs of [1, 2, 3]) queue.push(signal('ledgerEntryPosted', 'a', atMs));
  expect(await drain(queue, 3)).toEqual(['a@1', 'a@2', 'a@3']);
});

it('says so when it is full, and takes more after a read', async () => {
  const queue = createSignalQueue(2);
  expect(['a', 'b', 'c'].map((id) => queue.push(signal('paymentChanged', id)))).toEqual([
    true,
    true,
    false,
  ]);
  expect(queue.push(signal('paymentChanged', 'b', 5))).toBe(true);
  await queue.next();
  expect(queue.push(signal('paymentChanged', 'c'))).toBe(true);
});

it('ends a reader that waits when it is closed', async () => {
  const queue = createSignalQueue(2);
  const waiting = queue.next();
  queue.close();
  expect(await waiting).toEqual({ done: true, value: undefined });
  expect(await queue.next()).toEqual({ done: true, value: undefined });
});
