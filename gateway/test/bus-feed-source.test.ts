import { beforeEach, expect, it, jest } from '@jest/globals';
import type { Bus } from '@finflow/shared/bus/bus';
import { newViewerKeys, readSigningKey } from '@finflow/shared/signed-viewer';
import { newUser } from '@finflow/shared/testing/viewers';
import { busSource } from '../src/subscriptions/bus-feed-source.ts';
import { createFeedHub } from '../src/subscriptions/feed-hub.ts';
import { createFeedIds } from '../src/subscriptions/feed-ids.ts';
import type { FeedSource } from '../src/subscriptions/feed-source.ts';
import { createBooks, type Books } from './world/books.ts';
import { ledgerEntryPosted } from './world/events.ts';
import { createMemoryBus } from './world/memory-bus.ts';
import { turns } from './world/strands-bus.ts';

const key = readSigningKey(newViewerKeys().signingKey);
const hourMs = 60 * 60_000;

let books: Books;
let bus: Bus;
let nowMs: number;
beforeEach(() => {
  books = createBooks();
  bus = createMemoryBus();
  nowMs = 1_790_000_000_000;
});

/** The ledger's feed at a gateway of its own. */
async function openGateway(on = bus): Promise<FeedSource> {
  const hub = await createFeedHub({ bus: on, maxReplayed: 100, maxReplayRead: 100 });
  const options = {
    hub,
    ids: createFeedIds({ own: key, others: [] }, () => nowMs),
    nowMs: () => nowMs,
  };
  const viewer = newUser({ organizationId: books.organizationId });
  return busSource(options, { field: 'ledgerEntryPosted', args: {} }, viewer);
}

const post = (count: number) =>
  bus.publish(Array.from({ length: count }, () => ledgerEntryPosted(books)));

async function missedAfter(source: FeedSource, id: string | null) {
  const { missed } = await source.after(id ?? '');
  return missed?.length ?? null;
}

it('tells from memory what came after an id, however old it is', async () => {
  const source = await openGateway();
  const id = source.now().id();
  await post(3);
  nowMs += 30 * hourMs;
  expect(source.after(id ?? '')).not.toBeInstanceOf(Promise);
  expect(await missedAfter(source, id)).toBe(3);
});

it('still remembers for who comes back when nobody has listened meanwhile', async () => {
  const source = await openGateway();
  const stop = source.listen({
    hear: () => undefined,
    tell: () => undefined,
    finish: () => undefined,
  });
  const id = source.now().id();
  await post(1);
  stop();
  await post(2);
  expect(source.after(id ?? '')).not.toBeInstanceOf(Promise);
  expect(await missedAfter(source, id)).toBe(3);
});

it('tells from the log what came after an id of another gateway, for a day', async () => {
  const id = (await openGateway()).now().id();
  await post(3);
  const another = await openGateway();
  nowMs += 23 * hourMs;
  expect(await missedAfter(another, id)).toBe(3);
  nowMs += 2 * hourMs;
  expect(await missedAfter(another, id)).toBeNull();
});

it('goes on after each of the missed, wherever it was told', async () => {
  const id = (await openGateway()).now().id();
  await post(3);
  const { missed, id: idAfterAll } = await (await openGateway()).after(id ?? '');
  const another = await openGateway();
  const left = (missed ?? []).map((event) => missedAfter(another, event.id()));
  expect(await Promise.all(left)).toEqual([2, 1, 0]);
  expect(await missedAfter(another, idAfterAll())).toBe(0);
});

/** A gateway that hears the bus only when it is told to. */
async function openLateGateway() {
  const handled: (() => Promise<void>)[] = [];
  const late: Bus = {
    ...bus,
    follow: (follower) =>
      bus.follow({
        ...follower,
        handle: async (batch) => void handled.push(() => follower.handle(batch)),
      }),
  };
  return { behind: await openGateway(late), handled };
}

it('says that it can not tell what a client has heard elsewhere, when it never hears it itself', async () => {
  const elsewhere = await openGateway();
  const { behind } = await openLateGateway();
  await post(2);
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
  try {
    const start = missedAfter(behind, elsewhere.now().id());
    await jest.advanceTimersByTimeAsync(10_000);
    expect(await start).toBeNull();
  } finally {
    jest.useRealTimers();
  }
});

it('waits for what a client has heard elsewhere already', async () => {
  const elsewhere = await openGateway();
  const { behind, handled } = await openLateGateway();
  await post(2);
  let isKnown = false;
  const start = Promise.resolve(behind.after(elsewhere.now().id() ?? '')).finally(() => {
    isKnown = true;
  });
  await turns(20);
  expect(isKnown).toBe(false);
  for (const handle of handled) await handle();
  expect(await start).toMatchObject({ missed: [], sequence: 2 });
});
