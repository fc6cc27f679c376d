import { afterEach, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { until } from '@finflow/shared/testing/until';
import { inSlices } from '../src/subscriptions/slices.ts';
import { ledgerEntryPosted } from './world/events.ts';
import { endedFeeds, openRaw, runningSubscriptions } from './world/socket.ts';
import { startWorld, type World } from './world/world.ts';

const ledger = 'subscription { ledgerEntryPosted { kind } }';

let world: World | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

it('tells every socket to come again, also one that listens to nothing, and takes new ones', async () => {
  world = await startWorld();
  const authorization = await world.bearer();
  const sockets = [await openRaw(world), await openRaw(world)];
  for (const { send, messages } of sockets) {
    send({ type: 'connection_init', payload: { authorization } });
    await until(() => messages.length === 1);
  }
  sockets[0]?.send({ type: 'subscribe', id: '1', payload: { query: ledger } });
  await until(async () => (await runningSubscriptions()) === 1);
  await world.gateway.drain(200);
  for (const { closed } of sockets) {
    expect(await closed).toEqual({ code: 1012, reason: 'Service restart' });
  }
  await until(async () => (await runningSubscriptions()) === 0);
  const next = await openRaw(world);
  next.send({ type: 'connection_init', payload: { authorization } });
  await until(() => next.messages.length === 1);
  expect(next.messages).toMatchObject([{ type: 'connection_ack' }]);
});

it('loses and repeats nothing for a client that comes again with its last id, however often', async () => {
  world = await startWorld();
  const { books, bus, gateway, port } = world;
  const authorization = await world.bearer();
  const told: unknown[] = [];
  let lastEventId: string | undefined;
  const extensions = {
    get lastEventId() {
      return lastEventId;
    },
  };
  const client = createClient({
    url: `ws://127.0.0.1:${port}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization },
    retryAttempts: 100,
    retryWait: () => new Promise((resolve) => setTimeout(resolve, 5)),
    shouldRetry: () => true,
    on: {
      connected: (_socket, payload) => {
        lastEventId ??= String(payload?.['eventId']);
      },
    },
  });
  client.subscribe<{ ledgerEntryPosted: { kind: string } }, { eventId: string }>(
    { query: ledger, extensions },
    {
      next: (result) => {
        lastEventId = result.extensions?.eventId;
        told.push(result.data?.ledgerEntryPosted.kind);
      },
      error: (error) => told.push(error),
      complete: () => undefined,
    },
  );
  await until(async () => (await runningSubscriptions()) === 1);
  const kinds = Array.from({ length: 60 }, (_, index) => `KIND_${index}`);
  for (const [index, kind] of kinds.entries()) {
    await bus.publish([ledgerEntryPosted(books, kind)]);
    if (index % 10 === 5) await gateway.drain(0);
  }
  await until(() => told.length >= kinds.length);
  expect(told).toEqual(kinds);
  await client.dispose();
});

it('counts why feeds ended', async () => {
  world = await startWorld();
  const raw = await openRaw(world);
  raw.send({ type: 'connection_init', payload: { authorization: await world.bearer() } });
  await until(() => raw.messages.length === 1);
  raw.send({ type: 'subscribe', id: '1', payload: { query: ledger } });
  await until(async () => (await runningSubscriptions()) === 1);
  const before = await endedFeeds('draining');
  await world.gateway.drain(0);
  expect(await endedFeeds('draining')).toBe(before + 1);
});

it('is spread evenly over its time, and complete', async () => {
  const seen: number[] = [];
  const items = Array.from({ length: 1_001 }, (_, index) => index);
  await inSlices(items, 200, (item) => seen.push(item));
  expect(seen).toEqual(items);
});
