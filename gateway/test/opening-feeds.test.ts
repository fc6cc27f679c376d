import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Bus } from '@finflow/shared/bus/bus';
import { newViewerKeys, readSigningKey } from '@finflow/shared/signed-viewer';
import { newUser } from '@finflow/shared/testing/viewers';
import { defaultLimits } from '../src/limits/limits.ts';
import { createOperationTexts } from '../src/persisted/operation-texts.ts';
import { busSource } from '../src/subscriptions/bus-feed-source.ts';
import { createFeeds } from '../src/subscriptions/create-feeds.ts';
import { createFeedHub, type FeedHub } from '../src/subscriptions/feed-hub.ts';
import { createFeedIds } from '../src/subscriptions/feed-ids.ts';
import { createFeedReader } from '../src/subscriptions/feed-reader.ts';
import { createBooks } from './world/books.ts';
import { ledgerEntryPosted } from './world/events.ts';
import { loadSupergraph } from './world/load-supergraph.ts';
import { createMemoryBus } from './world/memory-bus.ts';
import { smallSupergraph } from './world/world.ts';

const limits = defaultLimits;
const read = createFeedReader(loadSupergraph(smallSupergraph()), {
  limits,
  partners: { outside: () => [] },
});
const key = readSigningKey(newViewerKeys().signingKey);
const books = createBooks();
const viewer = newUser({ organizationId: books.organizationId });
const subscriber = { caller: { viewer, expiresAt: null }, address: '', userAgent: '' };

let bus: Bus;
let hub: FeedHub;
let hasEnded: boolean;
/** How often an event was executed. */
let executed: number;
beforeEach(async () => {
  hasEnded = false;
  executed = 0;
  bus = createMemoryBus();
  hub = await createFeedHub({ bus, maxReplayed: 10, maxReplayRead: 10 });
});
afterEach(() => hub.close());

function openGateway() {
  const ids = createFeedIds({ own: key, others: [] }, Date.now);
  const feeds = createFeeds({
    hub,
    ids,
    limits,
    nowMs: Date.now,
    engine: {
      read,
      executor: {
        plan: () => null,
        execute: async () => {
          executed += 1;
          return { data: { ledgerEntryPosted: { id: 'an entry' } } };
        },
      },
    },
    sources: (_step, { args }, { caller }) =>
      busSource({ hub, ids, nowMs: Date.now }, { field: 'ledgerEntryPosted', args }, caller.viewer),
    endedRights: { hasEnded: () => hasEnded },
    textOf: createOperationTexts({ mode: 'on', operations: new Map() }),
  });
  const open = (more: { signal?: AbortSignal; lastEventId?: string } = {}) =>
    feeds.open({
      query: 'subscription { ledgerEntryPosted { id } }',
      subscriber,
      lastEventId: null,
      ...more,
    });
  return { feeds, open };
}

/** Why a feed was not opened; null for one that was. */
const refusalOf = (opened: ReturnType<ReturnType<typeof openGateway>['open']>) =>
  'messages' in opened ? null : opened.map(({ extensions }) => extensions['code']);

it('opens no feed any more when the gateway stops', () => {
  const { feeds, open } = openGateway();
  expect(refusalOf(open())).toBeNull();
  feeds.stop();
  expect(refusalOf(open())).toEqual(['SERVICE_UNAVAILABLE']);
});

it('opens none for whose rights ended after the request came in', () => {
  const { open } = openGateway();
  hasEnded = true;
  expect(refusalOf(open())).toEqual(['UNAUTHENTICATED']);
});

it('ends one at once of which the client is gone before it is open, and one that leaves later', async () => {
  const { open } = openGateway();
  const gone = open({ signal: AbortSignal.abort() });
  const leaving = new AbortController();
  const left = open({ signal: leaving.signal });
  leaving.abort();
  for (const opened of [gone, left]) {
    if (!('messages' in opened)) throw new Error('a feed was refused');
    const stillOpen = new Promise((resolve) => setImmediate(resolve, 'open'));
    expect(await Promise.race([opened.ended, stillOpen])).toBe('stopped');
  }
});

it('asks once for an event that several who come back together have missed', async () => {
  const { feeds, open } = openGateway();
  const lastEventId = feeds.position(books.organizationId);
  await bus.publish([ledgerEntryPosted(books), ledgerEntryPosted(books)]);
  const readTwo = async () => {
    const opened = open({ lastEventId });
    if (!('messages' in opened)) throw new Error('a feed was refused');
    const reader = opened.messages[Symbol.asyncIterator]();
    return [await reader.next(), await reader.next()].map(({ value }) => value?.kind);
  };
  const told = await Promise.all([readTwo(), readTwo(), readTwo()]);
  expect(told).toEqual(Array(3).fill(['result', 'result']));
  expect(executed).toBe(2);
});
