import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@finflow/shared/ids';
import { register } from 'prom-client';
import { until } from '@finflow/shared/testing/until';
import { forecastMade, ledgerEntryPosted, paymentUpdated } from './world/events.ts';
import { createClients, runningSubscriptions } from './world/socket.ts';
import { startWorld, type World } from './world/world.ts';

const watchStatus = 'subscription { paymentChanged { status } }';

let world: World;
const clients = createClients();
beforeEach(async () => {
  world = await startWorld();
});
afterEach(async () => {
  await clients.dispose();
  await world.close();
});

const listen = (authorization: string, query: string, variables = {}) =>
  clients.connect(world, authorization).listen(query, variables);

/** How many feeds the gateway runs for its subscriptions. */
async function sharedFeeds(): Promise<number> {
  const gauge = await register.getSingleMetric('finflow_gateway_shared_feeds')?.get();
  return gauge?.values[0]?.value ?? 0;
}

const callsOf = (subgraph: string) =>
  world.books.headers.filter((call) => call.subgraph === subgraph).length;

describe('equal subscriptions', () => {
  it('of users with equal rights ask the subgraphs once for each event', async () => {
    const { books, bus } = world;
    const feeds = [];
    for (let user = 0; user < 5; user += 1) {
      feeds.push(await listen(await world.bearer(), watchStatus));
    }
    expect(await sharedFeeds()).toBe(1);
    await bus.publish([paymentUpdated(books)]);
    for (const feed of feeds) {
      expect(await feed.next()).toEqual({ data: { paymentChanged: { status: 'PENDING' } } });
    }
    expect(callsOf('payments')).toBe(1);
    expect(new Set(feeds.map((feed) => feed.lastEventId())).size).toBe(1);
  });

  it.each<[string, (to: World) => Promise<readonly [string, object][]>]>([
    [
      'other variables',
      async (to) => {
        const authorization = await to.bearer();
        return [
          [authorization, { p: to.books.paymentId }],
          [authorization, { p: to.books.otherPaymentId }],
        ];
      },
    ],
    [
      'another role',
      async (to) => [
        [await to.bearer({ role: 'OWNER' }), {}],
        [await to.bearer({ role: 'VIEWER' }), {}],
      ],
    ],
    [
      'another organization',
      async (to) => [
        [await to.bearer(), {}],
        [await to.bearer({ organizationId: newId() }), {}],
      ],
    ],
    [
      'a payment link',
      async (to) => [
        [await to.bearer(), {}],
        [to.payLink(), {}],
        [to.payLink(to.books.otherInvoiceId), {}],
      ],
    ],
  ])('are kept apart by %s', async (_what, subscribers) => {
    const query = 'subscription ($p: ID) { paymentChanged(paymentId: $p) { status } }';
    const wanted = await subscribers(world);
    for (const [authorization, variables] of wanted) await listen(authorization, query, variables);
    expect(await sharedFeeds()).toBe(wanted.length);
  });

  it('are kept apart for each user where what they select is of the user', async () => {
    const query = 'subscription { forecastUpdated { method askedBy { userId } } }';
    const feeds = [];
    const users = [newId(), newId()];
    for (const userId of users) feeds.push(await listen(await world.bearer({ userId }), query));
    expect(await sharedFeeds()).toBe(2);
    await world.bus.publish([forecastMade(world.books)]);
    const told = await Promise.all(feeds.map((feed) => feed.next()));
    expect(told).toEqual(
      users.map((userId) => ({
        data: { forecastUpdated: { method: 'baseline', askedBy: { userId } } },
      })),
    );
  });

  it('go on when the one that came first has gone', async () => {
    const { books, bus } = world;
    const first = await listen(await world.bearer(), watchStatus);
    const second = await listen(await world.bearer(), watchStatus);
    first.stop();
    await until(async () => (await runningSubscriptions()) === 1);
    await bus.publish([paymentUpdated(books)]);
    expect(await second.next()).toEqual({ data: { paymentChanged: { status: 'PENDING' } } });
  });
});

it('tells each reader of a shared ledger feed every entry, in order', async () => {
  const { books, bus } = world;
  const query = 'subscription { ledgerEntryPosted { kind } }';
  const feeds = [
    await listen(await world.bearer(), query),
    await listen(await world.bearer(), query),
  ];
  const kinds = Array.from({ length: 20 }, (_, index) => `KIND_${index}`);
  await bus.publish(kinds.map((kind) => ledgerEntryPosted(books, kind)));
  for (const feed of feeds) {
    for (const kind of kinds) {
      expect(await feed.next()).toEqual({ data: { ledgerEntryPosted: { kind } } });
    }
  }
});
