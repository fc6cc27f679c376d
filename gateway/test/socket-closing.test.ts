import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { once } from 'node:events';
import { connect as dial } from 'node:net';
import { newId } from '@finflow/shared/ids';
import { newUser } from '@finflow/shared/testing/viewers';
import { until } from '@finflow/shared/testing/until';
import {
  ledgerEntryPosted,
  memberChanged,
  paymentUpdated,
  sessionRevoked,
} from './world/events.ts';
import { endedFeeds, openRaw, runningSubscriptions } from './world/socket.ts';
import { ask, startWorld, type World, type WorldOptions } from './world/world.ts';

const subscribe = (id: string, query = 'subscription { paymentChanged { status } }') => ({
  type: 'subscribe',
  id,
  payload: { query },
});

let world: World | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

async function start(options: WorldOptions = {}): Promise<World> {
  world = await startWorld(options);
  return world;
}

/** A raw socket that has said who it is, and was acknowledged or closed. */
async function connected(to: World, authorization: string) {
  const raw = await openRaw(to);
  raw.send({ type: 'connection_init', payload: { authorization } });
  await until(() => raw.messages.length > 0 || raw.socket.readyState !== raw.socket.OPEN);
  return raw;
}

/** A raw socket that was acknowledged: the gateway hears a moment later than the client that one before it is closed. */
const admitted = (to: World, authorization: string) =>
  until(async () => {
    const raw = await connected(to, authorization);
    return raw.messages.length > 0 && raw;
  });

describe('a socket is closed', () => {
  it.each<[number, string, (to: World) => Promise<string | undefined>]>([
    [4403, 'no credential', async () => undefined],
    [4403, 'a forged credential', async () => 'Bearer forged'],
    [4403, 'an expired credential', (to) => to.bearer({ lifetimeSeconds: -10 })],
    [4403, 'a forged payment link', async () => 'PayLink a.b'],
  ])('with %i for %s', async (code, _name, credential) => {
    const to = await start();
    const raw = await openRaw(to);
    raw.send({ type: 'connection_init', payload: { authorization: await credential(to) } });
    expect(await raw.closed).toMatchObject({ code });
  });

  it('with 4400 for what is no message, and 4401 for subscribing before it said who it is', async () => {
    const to = await start();
    const [nonsense, early] = [await openRaw(to), await openRaw(to)];
    nonsense.send('{"type":');
    early.send(subscribe('1'));
    expect(await nonsense.closed).toMatchObject({ code: 4400 });
    expect(await early.closed).toMatchObject({ code: 4401 });
  });

  it('with 4409 for an id twice and 4429 for two introductions', async () => {
    const to = await start();
    const [twice, again] = [
      await connected(to, await to.bearer()),
      await connected(to, await to.bearer()),
    ];
    twice.send(subscribe('1'));
    twice.send(subscribe('1'));
    again.send({ type: 'connection_init' });
    expect(await twice.closed).toMatchObject({ code: 4409 });
    expect(await again.closed).toMatchObject({ code: 4429 });
  });

  it('with 4429 for more messages than anybody needs', async () => {
    const to = await start({ limits: { maxMessagesPerMinute: 10 } });
    const raw = await connected(to, await to.bearer());
    for (let count = 0; count < 12; count += 1) raw.send({ type: 'ping' });
    expect(await raw.closed).toMatchObject({ code: 4429, reason: 'Too many messages' });
  });

  it('with 4429 for guessing credentials', async () => {
    const credentials = { points: 1, windowSeconds: 60 };
    const to = await start({ admission: { ratePolicies: { credentials } } });
    const codes = [];
    for (let count = 0; count < 3; count += 1) {
      const raw = await openRaw(to);
      raw.send({ type: 'connection_init', payload: { authorization: 'Bearer guess' } });
      codes.push((await raw.closed).code);
    }
    expect(codes).toEqual([4403, 4403, 4429]);
  });

  it('with 4406 when it speaks no protocol, and 4408 when it does not say who it is', async () => {
    const to = await start({ limits: { socketInitTimeoutMs: 30 } });
    const [mute, silent] = [await openRaw(to, []), await openRaw(to)];
    expect(await mute.closed).toMatchObject({ code: 4406 });
    expect(await silent.closed).toMatchObject({ code: 4408 });
  });

  it('with 4500 for a fault of ours, and tells nothing of it', async () => {
    const viewer = Object.defineProperty(newUser(), 'userId', {
      get: () => {
        throw new Error('select secret from vault');
      },
    });
    const logged = jest.spyOn(console, 'error').mockReturnValue(undefined); // graphql-ws has no other log.
    const to = await start({
      verifyAccessToken: async () => ({ viewer, expiresAt: new Date(8.64e15) }),
    });
    const raw = await openRaw(to);
    raw.send({ type: 'connection_init', payload: { authorization: await to.bearer() } });
    expect(await raw.closed).toEqual({ code: 4500, reason: 'Internal server error' });
    expect(logged).toHaveBeenCalled();
    logged.mockRestore();
  });

  it('with 4429 when its owner has too many', async () => {
    const to = await start({ limits: { maxSocketsPerViewer: 1 } });
    const owner = { userId: newId() };
    const first = await connected(to, await to.bearer(owner));
    const second = await connected(to, await to.bearer(owner));
    expect(await second.closed).toMatchObject({ code: 4429, reason: 'Too many connections' });
    first.socket.close();
    await first.closed;
    const third = await admitted(to, await to.bearer(owner));
    expect(third.messages).toMatchObject([{ type: 'connection_ack' }]);
  });

  it('with 4403 when its token expires', async () => {
    const to = await start();
    const raw = await connected(to, await to.bearer({ lifetimeSeconds: 1 }));
    expect(await raw.closed).toEqual({ code: 4403, reason: 'Token expired' });
  });

  it('with 4403 when the membership changes, and others stay', async () => {
    const to = await start();
    const userId = newId();
    const member = await connected(to, await to.bearer({ userId }));
    const other = await connected(to, await to.bearer());
    await to.bus.publish([memberChanged(to.books.organizationId, userId)]);
    expect(await member.closed).toEqual({ code: 4403, reason: 'Rights changed' });
    expect(other.socket.readyState).toBe(other.socket.OPEN);
  });

  it('with 4403 when its session ends, and the user’s other sessions stay', async () => {
    const to = await start();
    const [userId, sessionId] = [newId(), newId()];
    const ended = await connected(to, await to.bearer({ userId, sessionId }));
    const other = await connected(to, await to.bearer({ userId }));
    await to.bus.publish([sessionRevoked(userId, sessionId)]);
    expect(await ended.closed).toEqual({ code: 4403, reason: 'Rights changed' });
    expect(other.socket.readyState).toBe(other.socket.OPEN);
  });

  it('with 1013 when it reads so slowly that it would miss entries of the ledger', async () => {
    const to = await start({ limits: { maxQueuedEvents: 2 } });
    const raw = await connected(to, await to.bearer());
    raw.send(subscribe('1', 'subscription { ledgerEntryPosted { kind } }'));
    await until(async () => (await runningSubscriptions()) === 1);
    let open = () => {};
    to.books.gate = new Promise((resolve) => {
      open = resolve;
    });
    await to.bus.publish([1, 2, 3, 4].map(() => ledgerEntryPosted(to.books)));
    expect(await raw.closed).toEqual({ code: 1013, reason: 'Too slow' });
    open();
    await until(async () => (await runningSubscriptions()) === 0);
  });

  it('with 1013 while callers cannot be verified', async () => {
    const to = await start({ verifyAccessToken: () => Promise.reject(new Error('no keys')) });
    const raw = await connected(to, await to.bearer());
    expect(await raw.closed).toMatchObject({ code: 1013 });
  });

  it('with 1001 when the gateway stops', async () => {
    const to = await start();
    const raw = await connected(to, await to.bearer());
    raw.send(subscribe('1'));
    await until(async () => (await runningSubscriptions()) === 1);
    await to.close();
    world = undefined;
    expect(await raw.closed).toMatchObject({ code: 1001 });
    expect(await runningSubscriptions()).toBe(0);
  });
});

it('hears nothing more on a socket that sent too much, however slowly its client closes it', async () => {
  const to = await start({ limits: { maxMessagesPerMinute: 2 } });
  const raw = await connected(to, await to.bearer());
  const before = await endedFeeds('stopped');
  for (let count = 0; count < 3; count += 1) raw.send({ type: 'ping' });
  for (const id of ['1', '2', '3']) raw.send(subscribe(id));
  await raw.closed;
  expect((await runningSubscriptions()) + (await endedFeeds('stopped'))).toBe(before);
});

it('cuts off a socket whose client does not answer pings, and ends its feeds; who answers stays', async () => {
  const to = await start({ limits: { socketPingMs: 2_000 } });
  const alive = await connected(to, await to.bearer());
  let pings = 0;
  alive.socket.on('ping', () => {
    pings += 1;
  });
  const dead = await openRaw(to, 'graphql-transport-ws', {}, { autoPong: false });
  dead.send({ type: 'connection_init', payload: { authorization: await to.bearer() } });
  await until(() => dead.messages.length === 1);
  dead.send(subscribe('1'));
  await until(async () => (await runningSubscriptions()) === 1);
  expect(await dead.closed).toMatchObject({ code: 1006 });
  await until(async () => (await runningSubscriptions()) === 0);
  await until(() => pings > 1);
  expect(alive.socket.readyState).toBe(alive.socket.OPEN);
});

it('does not count a socket whose client left before it was known', async () => {
  const verified = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  const viewer = newUser();
  const to = await start({
    limits: { maxSocketsPerViewer: 1 },
    verifyAccessToken: async () => {
      asked.resolve();
      await verified.promise;
      return { viewer, expiresAt: new Date(8.64e15) };
    },
  });
  const first = await openRaw(to);
  first.send({ type: 'connection_init', payload: { authorization: await to.bearer() } });
  await asked.promise;
  first.socket.terminate();
  await new Promise((resolve) => setTimeout(resolve, 50)); // The gateway hears of it meanwhile.
  verified.resolve();
  const second = await admitted(to, await to.bearer());
  expect(second.messages).toMatchObject([{ type: 'connection_ack' }]);
});

it('takes of a subscription what the protocol names, and nothing else that a client sends', async () => {
  const to = await start();
  const raw = await connected(to, await to.bearer());
  const { payload, ...message } = subscribe('1');
  const more = { signal: {}, heartbeatMs: 1, subscriber: null };
  raw.send({ ...message, payload: { ...payload, ...more } });
  await until(async () => (await runningSubscriptions()) === 1);
  await to.bus.publish([paymentUpdated(to.books)]);
  await until(() => raw.messages.length === 2);
  expect(raw.messages[1]).toMatchObject({ id: '1', type: 'next' });
});

describe('a socket is not opened', () => {
  it('and who was refused is let go of, if he resets the connection or keeps it', async () => {
    const to = await start();
    const request = ['GET /other HTTP/1.1', 'Host: x', 'Connection: Upgrade', 'Upgrade: websocket'];
    const refused = async () => {
      const peer = dial({ port: to.port, host: '127.0.0.1', allowHalfOpen: true });
      peer.on('error', () => undefined);
      peer.write(`${request.join('\r\n')}\r\n\r\n`);
      const [answer] = await once(peer, 'data');
      expect(String(answer)).toContain('404 Not Found');
      return peer;
    };
    const [resetting, keeping] = [await refused(), await refused()];
    resetting.resetAndDestroy();
    await until(() => {
      keeping.write('x');
      return keeping.destroyed; // Nobody was there to take it.
    });
    expect((await ask(to, '{ hello }')).status).toBe(200);
  });

  it('for a page of another origin, another path, or another protocol', async () => {
    const to = await start();
    await expect(
      openRaw(to, 'graphql-transport-ws', { origin: 'https://evil.example' }),
    ).rejects.toThrow('403');
    const old = await openRaw(to, 'graphql-ws').then(
      ({ closed }) => closed,
      (error: Error) => error,
    );
    expect(old).toMatchObject({ message: expect.stringContaining('subprotocol') });
  });

  it('but for a page of this origin, of the public address, and for a program', async () => {
    const to = await start();
    for (const headers of [{}, { origin: to.origin }, { origin: 'http://localhost:4000' }]) {
      const raw = await openRaw(to, 'graphql-transport-ws', headers);
      expect(raw.socket.protocol).toBe('graphql-transport-ws');
      raw.socket.close();
      await raw.closed;
    }
  });
});

it('refuses one subscription too many of a caller, over all his sockets', async () => {
  const to = await start({ limits: { maxSubscriptionsPerViewer: 2 } });
  const owner = { userId: newId() };
  const sockets = [
    await connected(to, await to.bearer(owner)),
    await connected(to, await to.bearer(owner)),
  ];
  const [first, second] = sockets;
  first?.send(subscribe('1'));
  second?.send(subscribe('1'));
  await until(async () => (await runningSubscriptions()) === 2);
  second?.send(subscribe('2'));
  await until(() => second?.messages.length === 2);
  expect(second?.messages[1]).toMatchObject({
    id: '2',
    type: 'error',
    payload: [{ extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' } }],
  });
  first?.send({ type: 'complete', id: '1' });
  await until(async () => (await runningSubscriptions()) === 1);
  second?.send(subscribe('3'));
  await until(async () => (await runningSubscriptions()) === 2);
});

it('refuses one subscription too many on a socket and keeps the others', async () => {
  const to = await start({ limits: { maxSubscriptionsPerSocket: 1 } });
  const raw = await connected(to, await to.bearer());
  raw.send(subscribe('1'));
  await until(async () => (await runningSubscriptions()) === 1);
  raw.send(subscribe('2'));
  await until(() => raw.messages.length === 2);
  expect(raw.messages[1]).toMatchObject({ id: '2', type: 'error' });
  await to.bus.publish([paymentUpdated(to.books)]);
  await until(() => raw.messages.length === 3);
  expect(raw.messages[2]).toMatchObject({ id: '1', type: 'next' });
});
