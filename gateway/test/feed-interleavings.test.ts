import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { defaultLimits } from '../src/limits/limits.ts';
import { createOperationTexts } from '../src/persisted/operation-texts.ts';
import { busSource } from '../src/subscriptions/bus-feed-source.ts';
import { createFeeds } from '../src/subscriptions/create-feeds.ts';
import type { FeedExecutor } from '../src/subscriptions/feed-executor.ts';
import { createFeedHub } from '../src/subscriptions/feed-hub.ts';
import { createFeedIds } from '../src/subscriptions/feed-ids.ts';
import { createFeedReader } from '../src/subscriptions/feed-reader.ts';
import { isFeedField } from '../src/subscriptions/feeds.ts';
import type { LoadedSupergraph } from '../src/supergraph/loaded-supergraph.ts';
import { loadSupergraph } from './world/load-supergraph.ts';
import { createBooks } from './world/books.ts';
import { ledgerEntryPosted, paymentUpdated } from './world/events.ts';
import { createStrandsBus, turns } from './world/strands-bus.ts';
import { smallSupergraph } from './world/world.ts';
import { newViewerKeys, readSigningKey } from '@finflow/shared/signed-viewer';
import { newUser } from '@finflow/shared/testing/viewers';

/**
 * Whatever order clients come, read, stall, are lost, come again, go to another gateway and are drained in, and gateways are restarted
 * in, while events come: of the ledger each reader is told every entry once, and in order where the log has one; of a state the last
 * thing it is told of an entity is how it ended. Unless it was told of a gap, and then all that came after it. Where all is kept there are no gaps.
 */
type Step =
  | { readonly do: 'post'; readonly count: number }
  | { readonly do: 'change'; readonly payment: number }
  | { readonly do: 'read'; readonly reader: number; readonly count: number }
  | { readonly do: 'lose'; readonly reader: number }
  | { readonly do: 'move'; readonly reader: number }
  | { readonly do: 'drain'; readonly gateway: number }
  | { readonly do: 'restart'; readonly gateway: number }
  | { readonly do: 'wait'; readonly turns: number };

const readers = 3;
const gateways = 2;
const reader = fc.nat(readers - 1);
const gateway = fc.nat(gateways - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('post'), count: fc.integer({ min: 1, max: 4 }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('change'), payment: fc.nat(1) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('read'),
      reader,
      count: fc.integer({ min: 1, max: 5 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('lose'), reader }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('move'), reader }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('drain'), gateway }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('restart'), gateway }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('wait'), turns: fc.integer({ min: 1, max: 30 }) }),
  },
);
const scenario = fc.record({
  steps: fc.array(step, { minLength: 5, maxLength: 60, size: 'max' }),
  /** How many turns of the event loop each answer takes. */
  delays: fc.array(fc.nat(6), { minLength: 1, maxLength: 8 }),
  maxQueuedEvents: fc.constantFrom(2, 5, 1_000),
  maxReplayedEvents: fc.constantFrom(3, 10, 1_000),
  maxReplayRead: fc.constantFrom(8, 1_000),
  strands: fc.constantFrom(null, 3),
});

/** A slow machine is no failure. */
const patienceMs = 180_000;

let schema: LoadedSupergraph;
beforeAll(() => {
  schema = loadSupergraph(smallSupergraph());
});

/** Plays scenarios with clients of a feed, and hands what they were told to the check. */
function always(feed: string, check: (house: House, told: readonly Client[]) => void) {
  const property = fc.asyncProperty(scenario, async ({ steps, ...given }) => {
    const house = await openHouse(given);
    const told = await play(house, steps, `subscription { ${feed} { id } }`);
    check(house, told);
    const keepsAll = given.maxReplayedEvents === 1_000 && given.maxReplayRead === 1_000;
    const gaps = told.flatMap(({ texts }) => texts).filter((text) => text === gapMark);
    expect(gaps.length).toBeLessThanOrEqual(keepsAll ? 0 : Number.POSITIVE_INFINITY);
  });
  return () => fc.assert(property, { numRuns: 120 });
}

describe('any interleaving', () => {
  it(
    'of a feed of entries loses and repeats none',
    always('ledgerEntryPosted', ({ books, hasOneOrder }, told) => {
      const posted = [...books.entries.keys()];
      for (const { texts, knows } of told) {
        const since = texts.slice(texts.lastIndexOf(gapMark) + 1);
        expect(since).toEqual(expect.arrayContaining(posted.slice(knows().entries)));
        expect(since).toEqual([...new Set(since)]);
        if (!hasOneOrder) continue;
        const places = since.map((id) => posted.indexOf(id));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }
    }),
    patienceMs,
  );

  it(
    'of a feed of states ends with how each entity is',
    always('paymentChanged', ({ versions }, told) => {
      for (const { texts, knows } of told) {
        for (const [payment, version] of versions) {
          if (knows().versions.get(payment) === version) continue;
          expect(texts.findLast((text) => text.startsWith(payment))).toBe(`${payment}@${version}`);
        }
      }
    }),
    patienceMs,
  );
});

const gapMark = 'gap';

type House = Awaited<ReturnType<typeof openHouse>>;
type Client = ReturnType<typeof client>;

type Given = {
  readonly delays: readonly number[];
  readonly maxQueuedEvents: number;
  readonly maxReplayedEvents: number;
  readonly maxReplayRead: number;
  readonly strands: number | null;
};

const { signingKey } = newViewerKeys();
const ids = createFeedIds({ own: readSigningKey(signingKey), others: [] }, Date.now);

async function openHouse({ delays, maxQueuedEvents, strands, ...given }: Given) {
  const books = createBooks();
  const bus = createStrandsBus({ strands, delays });
  const versions = new Map([books.paymentId, books.otherPaymentId].map((id) => [id, 0]));
  let answers = 0;
  const executor: FeedExecutor = {
    plan: () => null,
    execute: async ({ feed, signal }) => {
      await turns(delays[(answers += 1) % delays.length] ?? 0);
      if (!('entityId' in signal)) throw new Error('the bus alone tells here');
      const version = versions.get(signal.entityId);
      const text = version === undefined ? signal.entityId : `${signal.entityId}@${version}`;
      return { data: { [feed.responseName]: { id: text } } };
    },
  };
  const limits = { ...defaultLimits, maxQueuedEvents, ...given };
  const read = createFeedReader(schema, { limits, partners: { outside: () => [] } });
  const openGateway = async () => {
    const { maxReplayedEvents: maxReplayed, maxReplayRead } = given;
    const hub = await createFeedHub({ bus, maxReplayed, maxReplayRead });
    const feeds = createFeeds({
      hub,
      ids,
      sources: (_step, { feed: { field }, args }, { caller }) => {
        if (!isFeedField(field)) throw new Error('the bus alone tells here');
        return busSource({ hub, ids, nowMs: Date.now }, { field, args }, caller.viewer);
      },
      engine: { read, executor },
      limits,
      nowMs: Date.now,
      endedRights: { hasEnded: () => false },
      textOf: createOperationTexts({ mode: 'on', operations: new Map() }),
    });
    return { hub, feeds };
  };
  const running = await Promise.all(Array.from({ length: gateways }, openGateway));
  const gatewayAt = (place: number) => {
    const found = running[place];
    if (!found) throw new Error('there are two gateways');
    return found;
  };
  return {
    books,
    bus,
    versions,
    hasOneOrder: strands === null,
    feedsOf: (place: number) => gatewayAt(place).feeds,
    restart: async (place: number) => {
      const before = gatewayAt(place);
      running[place] = await openGateway();
      before.feeds.stop();
      await before.hub.close();
    },
    close: () => Promise.all(running.map(({ hub }) => hub.close())),
  };
}

/** A client that comes again whenever its feed ends, with the last id it was told. */
function client({ feedsOf, books, versions }: House, query: string) {
  const viewer = newUser({ organizationId: books.organizationId });
  const subscriber = { caller: { viewer, expiresAt: null }, address: '', userAgent: '' };
  const texts: string[] = [];
  /** What a client knows who fetches anew when it is told of a gap: all that was before that feed was opened. */
  let known = knowledge();
  let isGone = false;
  let at = 0;
  let lastEventId: string | null = feedsOf(at).position(books.organizationId);
  let feed = open();
  let pending: Promise<void> | null = null;

  function knowledge() {
    return { entries: books.entries.size, versions: new Map(versions) };
  }

  function open() {
    const opened = feedsOf(at).open({ query, subscriber, lastEventId });
    if (!('messages' in opened)) throw new Error(opened[0]?.message);
    return { end: opened.end, reader: opened.messages[Symbol.asyncIterator]() };
  }

  async function readOne(): Promise<void> {
    const reading = feed;
    const { done, value } = await reading.reader.next();
    if (done) {
      if (feed === reading && !isGone) feed = open();
      return;
    }
    // What arrives for a socket that was lost meanwhile, the client has not seen.
    if (feed !== reading || value.kind === 'heartbeat') return;
    lastEventId = value.id;
    if (value.result.errors) {
      texts.push(gapMark);
      known = knowledge();
      return;
    }
    const [entity] = Object.values(value.result.data ?? {});
    texts.push((entity as { readonly id: string }).id);
  }

  return {
    texts,
    knows: () => known,
    /** Asks for a message, unless one is being waited for. */
    read: () => {
      pending ??= readOne().finally(() => {
        pending = null;
      });
      return pending;
    },
    lose: (elsewhere = false) => {
      if (elsewhere) at = (at + 1) % gateways;
      const lost = feed;
      feed = open();
      lost.end('stopped');
    },
    end: () => {
      isGone = true;
      feed.end('stopped');
    },
  };
}

async function play(house: House, steps: readonly Step[], query: string) {
  const clients = Array.from({ length: readers }, () => client(house, query));
  for (const one of steps) await act(house, clients, one);
  for (let quiet = 0; quiet < 40; quiet += 1) {
    const before = clients.map(({ texts }) => texts.length).join(' ');
    for (const { read } of clients) void read();
    await turns(30);
    if (before !== clients.map(({ texts }) => texts.length).join(' ')) quiet = 0;
  }
  for (const { end } of clients) end();
  await house.close();
  return clients;
}

async function act(house: House, clients: readonly Client[], one: Step) {
  const { books, bus, feedsOf } = house;
  switch (one.do) {
    case 'post':
      return bus.publish(Array.from({ length: one.count }, () => ledgerEntryPosted(books)));
    case 'change':
      return change(house, one.payment);
    case 'read':
      for (let count = 0; count < one.count; count += 1) {
        void clients[one.reader]?.read();
        await turns(3);
      }
      return;
    case 'lose':
      return clients[one.reader]?.lose();
    case 'move':
      return clients[one.reader]?.lose(true);
    case 'drain':
      return feedsOf(one.gateway).drain(0);
    case 'restart':
      return house.restart(one.gateway);
    case 'wait':
      return turns(one.turns);
    default:
      return one satisfies never;
  }
}

async function change({ books, bus, versions }: House, payment: number): Promise<void> {
  const id = payment === 0 ? books.paymentId : books.otherPaymentId;
  versions.set(id, (versions.get(id) ?? 0) + 1);
  await bus.publish([paymentUpdated(books, id)]);
}
