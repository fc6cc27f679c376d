import { afterEach, describe, expect, it } from '@jest/globals';
import { newId } from '@finflow/shared/ids';
import { until } from '@finflow/shared/testing/until';
import type { WebSocket } from 'ws';
import { ledgerEntryPosted, paymentUpdated } from './world/events.ts';
import { createClients, openRaw, runningSubscriptions } from './world/socket.ts';
import { ask, startWorld, type World, type WorldOptions } from './world/world.ts';

const ledger = 'subscription { ledgerEntryPosted { kind } }';
const watchStatus = 'subscription { paymentChanged { id status } }';

let world: World;
const clients = createClients();
const bareSockets: WebSocket[] = [];
afterEach(async () => {
  for (const socket of bareSockets.splice(0)) socket.terminate(); // A test that failed left it open.
  await clients.dispose();
  await world.close();
});

async function start(options: WorldOptions = {}): Promise<World> {
  world = await startWorld(options);
  return world;
}

async function listen(query: string, extensions = {}, authorization?: string) {
  const client = clients.connect(world, authorization ?? (await world.bearer()));
  return client.listen(query, {}, extensions);
}

const aWhile = () => new Promise((resolve) => setTimeout(resolve, 300));

/** A feed on a bare socket, whose pongs can be read. */
async function listenRaw(query = ledger) {
  const raw = await openRaw(world);
  bareSockets.push(raw.socket);
  const message = async (type: string, from = 0) => {
    const found = () => raw.messages.slice(from).find((one) => one.type === type);
    await until(() => found() !== undefined);
    return found();
  };
  raw.send({ type: 'connection_init', payload: { authorization: await world.bearer() } });
  await message('connection_ack');
  raw.send({ type: 'subscribe', id: 'entries', payload: { query } });
  await until(async () => (await runningSubscriptions()) === 1);
  return { ...raw, message };
}

/** How far the gateway has heard the log. */
async function position(): Promise<string> {
  const raw = await openRaw(world);
  raw.send({ type: 'connection_init', payload: { authorization: await world.bearer() } });
  await until(() => raw.messages.length === 1);
  raw.socket.close();
  await raw.closed;
  const acknowledged = raw.messages[0]?.payload;
  return (acknowledged as { readonly eventId: string }).eventId;
}

/** Returns when the gateway has heard it too. */
async function stopped(feed: Awaited<ReturnType<typeof listen>>): Promise<void> {
  feed.stop();
  await until(async () => (await runningSubscriptions()) === 0);
}

const post = (...kinds: string[]) =>
  world.bus.publish(kinds.map((kind) => ledgerEntryPosted(world.books, kind)));

const told = (kind: string) => ({ data: { ledgerEntryPosted: { kind } } });

const wantsEventId = { 'x-finflow-event-id': '1' };

const eventIdIn = ({ body }: { readonly body: object }) =>
  (body as { readonly extensions?: { readonly eventId?: string } }).extensions?.eventId;

const gap = { data: null, errors: [{ extensions: { code: 'RESUME_GAP' } }] };

describe('a feed goes on after the last event id', () => {
  it('with each entry that was posted meanwhile, once and in order, and then what comes', async () => {
    await start();
    const before = await listen(ledger);
    await post('A', 'B');
    expect([await before.next(), await before.next()]).toEqual([told('A'), told('B')]);
    await stopped(before);
    await post('C', 'D');
    const after = await listen(ledger, { lastEventId: before.lastEventId() });
    await post('E');
    expect([await after.next(), await after.next(), await after.next()]).toEqual([
      told('C'),
      told('D'),
      told('E'),
    ]);
    expect(after.waiting).toEqual([]);
  });

  it('with nothing when nothing was missed', async () => {
    await start();
    const before = await listen(ledger);
    await post('A');
    await before.next();
    const after = await listen(ledger, { lastEventId: before.lastEventId() });
    await post('B');
    expect(await after.next()).toEqual(told('B'));
  });

  it('of a state with the latest only', async () => {
    const { books, bus } = await start();
    const before = await listen(watchStatus);
    await bus.publish([paymentUpdated(books)]);
    await before.next();
    await stopped(before);
    await bus.publish([1, 2, 3].map(() => paymentUpdated(books)));
    await bus.publish([paymentUpdated(books, books.otherPaymentId)]);
    const after = await listen(watchStatus, { lastEventId: before.lastEventId() });
    const ids = [await after.next(), await after.next()].map(
      ({ data }) => data?.['paymentChanged'],
    );
    expect(ids).toEqual([
      { id: books.paymentId, status: 'PENDING' },
      { id: books.otherPaymentId, status: 'PENDING' },
    ]);
    expect(after.waiting).toEqual([]);
  });

  it('that the acknowledgement told, when nothing had happened yet', async () => {
    const { bus, books } = await start();
    const raw = await openRaw(world);
    raw.send({ type: 'connection_init', payload: { authorization: await world.bearer() } });
    await until(() => raw.messages.length === 1);
    const acknowledged = raw.messages[0]?.payload;
    expect(acknowledged).toEqual({ eventId: expect.any(String) });
    raw.socket.close();
    await raw.closed;
    await bus.publish([ledgerEntryPosted(books, 'A')]);
    const { eventId } = acknowledged as { readonly eventId: string };
    const after = await listen(ledger, { lastEventId: eventId });
    expect(await after.next()).toEqual(told('A'));
  });

  it('that an answer told to who asked for it, from before anything was read for it', async () => {
    const { bus, books } = await start();
    const authorization = await world.bearer();
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    books.gate = gate;
    const query = '{ payments { journalEntries { kind } } }';
    const answered = ask(world, query, { authorization, headers: wantsEventId });
    await until(() => books.headers.some(({ subgraph }) => subgraph === 'accounting'));
    await bus.publish([ledgerEntryPosted(books, 'A')]);
    open();
    const after = await listen(ledger, { lastEventId: eventIdIn(await answered) });
    expect(await after.next()).toEqual(told('A'));
  });

  it('that only who asks for it is told, and only of an organization of his own', async () => {
    await start();
    const authorization = await world.bearer();
    expect(eventIdIn(await ask(world, '{ hello }', { authorization }))).toBeUndefined();
    expect(eventIdIn(await ask(world, '{ hello }', { headers: wantsEventId }))).toBeUndefined();
  });

  it('that a deferred answer told with its first part', async () => {
    const { bus, books } = await start();
    const accept = 'multipart/mixed;deferSpec=20220824';
    const answer = await fetch(`${world.origin}/graphql`, {
      method: 'POST',
      headers: {
        accept,
        'content-type': 'application/json',
        authorization: await world.bearer(),
        ...wantsEventId,
      },
      body: JSON.stringify({ query: '{ hello ... on Query @defer { payments { id } } }' }),
    });
    const [first] = (await answer.text()).split('payments');
    const eventId = /"eventId":"([^"]+)"/.exec(first ?? '')?.[1];
    await bus.publish([ledgerEntryPosted(books, 'A')]);
    const after = await listen(ledger, { lastEventId: eventId });
    expect(await after.next()).toEqual(told('A'));
  });

  it('that the answer to a ping told of it, when more has happened since it was told something than is kept', async () => {
    const { books, bus } = await start({ limits: { maxReplayedEvents: 2 } });
    const raw = await listenRaw();
    await bus.publish([1, 2, 3, 4].map(() => paymentUpdated(books)));
    raw.send({ type: 'ping' });
    const standing = await raw.message('pong');
    expect(standing?.payload).toEqual({ eventId: expect.any(String), operations: ['entries'] });
    raw.socket.close();
    await raw.closed;
    await post('A');
    const after = await listen(ledger, {
      lastEventId: eventIdIn({ body: { extensions: standing?.payload } }),
    });
    expect(await after.next()).toEqual(told('A'));
  });

  it('that a socket which never pings is told of from time to time', async () => {
    const limits = { maxReplayedEvents: 2, standingEveryMs: 20 };
    const { books, bus } = await start({ limits });
    const raw = await listenRaw();
    await bus.publish([1, 2, 3, 4].map(() => paymentUpdated(books)));
    const heard = raw.messages.length;
    const next = await raw.message('pong', heard + 1); // The first may have been on its way.
    expect(next?.payload).toEqual({ eventId: expect.any(String), operations: ['entries'] });
    raw.socket.close();
    await raw.closed;
    await post('A');
    const after = await listen(ledger, {
      lastEventId: eventIdIn({ body: { extensions: next?.payload } }),
    });
    expect(await after.next()).toEqual(told('A'));
  });

  it('that a socket which reads slowly is not told of before it has read: what waits for it would grow', async () => {
    const { bus, books } = await start({ limits: { standingEveryMs: 5 } });
    const raw = await listenRaw('subscription { paymentChanged { note } }');
    const payment = { id: books.paymentId, status: 'PENDING', invoiceId: books.invoiceId };
    // More than the operating system keeps for a socket.
    books.payments.set(books.paymentId, { ...payment, note: 'A'.repeat(32 * 2 ** 20) });
    raw.socket.pause();
    await bus.publish([paymentUpdated(books)]);
    await aWhile(); // It is on its way, and the gateway could tell often how far it has heard.
    const before = await position();
    await post('A');
    const now = await until(async () => {
      const moved = await position();
      return moved !== before && moved;
    });
    raw.socket.resume();
    await raw.message('next');
    const place = raw.messages.findIndex(({ type }) => type === 'next');
    const first = await raw.message('pong', place);
    expect(first?.payload).toMatchObject({ eventId: now });
    raw.socket.close();
    await raw.closed;
  });

  it('which a ping does not move past what the feed has not been told yet', async () => {
    const { books } = await start();
    const raw = await listenRaw();
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    books.gate = gate;
    await post('A');
    raw.send({ type: 'ping' });
    const standing = await raw.message('pong');
    expect(standing?.payload).toMatchObject({ operations: [] });
    open();
    await raw.message('next');
    raw.socket.close();
    await raw.closed;
  });
});

describe('a feed says that something may have been missed, and goes on from now', () => {
  it('when more happened than is kept', async () => {
    await start({ limits: { maxReplayedEvents: 2 } });
    const before = await listen(ledger);
    await post('A');
    await before.next();
    await stopped(before);
    await post('B', 'C', 'D');
    const after = await listen(ledger, { lastEventId: before.lastEventId() });
    expect(await after.next()).toMatchObject(gap);
    await post('E');
    expect(await after.next()).toEqual(told('E'));
  });

  it('and can be taken up from there', async () => {
    await start();
    const lost = await listen(ledger, { lastEventId: 'another process.7' });
    expect(await lost.next()).toMatchObject(gap);
    await post('A');
    const after = await listen(ledger, { lastEventId: lost.lastEventId() });
    expect([await lost.next(), await after.next()]).toEqual([told('A'), told('A')]);
  });

  it('when the id is of another organization', async () => {
    await start();
    const theirs = await listen(ledger, {}, await world.bearer());
    await post('A');
    await theirs.next();
    const other = await world.bearer({ organizationId: newId() });
    const after = await listen(ledger, { lastEventId: theirs.lastEventId() }, other);
    expect(await after.next()).toMatchObject(gap);
  });
});
