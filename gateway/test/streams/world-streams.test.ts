import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-sse';
import { until } from '@finflow/shared/testing/until';
import { memberChanged, paymentUpdated } from '../world/events.ts';
import { readStream, type ReadStream } from '../world/read-stream.ts';
import { runningSubscriptions } from '../world/socket.ts';
import { startWorld, type World } from '../world/world.ts';

let world: World;
const opened: ReadStream[] = [];
beforeAll(async () => {
  world = await startWorld();
});
afterEach(async () => {
  opened.splice(0).forEach((stream) => stream.leave());
  await until(async () => (await runningSubscriptions()) === 0);
});
afterAll(() => world.close());

const query = 'subscription { paymentChanged { id invoice { total } } }';
const accept = 'text/event-stream';

async function open(
  search: Record<string, string>,
  headers: Record<string, string> = {},
  body?: string,
) {
  const url = `${world.origin}/graphql?${new URLSearchParams(search)}`;
  const init = { headers: { accept, ...headers }, ...(body && { method: 'POST', body }) };
  const stream = await readStream(url, init);
  opened.push(stream);
  return stream;
}

async function ticketOf(authorization: string): Promise<{ status: number; ticket: string }> {
  const response = await fetch(`${world.origin}/graphql/stream-ticket`, {
    method: 'POST',
    headers: { ...(authorization && { authorization }) },
  });
  const { ticket = '' } = (await response.json()) as { ticket?: string };
  return { status: response.status, ticket };
}

/** The next event that is no heartbeat, as EventSource reads it. */
async function nextEvent(stream: ReadStream) {
  for (;;) {
    const text = await stream.next();
    if (text === undefined) throw new Error('the stream has ended');
    const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(text)?.[1];
    if (field('event')) return { id: field('id'), event: field('event'), data: field('data') };
  }
}

const total = { data: { paymentChanged: { invoice: { total: '10.00' } } } };

describe('a feed as server-sent events', () => {
  it('brings what several subgraphs know of an event, by graphql-sse', async () => {
    const { books, bus } = world;
    const client = createClient({
      url: `${world.origin}/graphql`,
      headers: { authorization: await world.bearer() },
      retryAttempts: 0,
    });
    const results = client.iterate({ query });
    const first = results.next();
    await until(async () => (await runningSubscriptions()) === 1);
    await bus.publish([paymentUpdated(books)]);
    expect((await first).value).toMatchObject(total);
    await results.return?.();
  });

  it('goes on after the last event id, without loss or repeat', async () => {
    const { books, bus } = world;
    const authorization = await world.bearer();
    const before = await open({ query }, { authorization });
    await bus.publish([paymentUpdated(books)]);
    const seen = await nextEvent(before);
    before.leave();
    await until(async () => (await runningSubscriptions()) === 0);
    await bus.publish([paymentUpdated(books, books.otherPaymentId)]);
    const after = await open({ query }, { authorization, 'last-event-id': seen.id ?? '' });
    const missed = await nextEvent(after);
    expect(missed.data).toContain(books.otherPaymentId);
    expect(missed.id).not.toBe(seen.id);
  });

  it('is for known callers: 401 before a stream begins', async () => {
    expect((await open({ query })).response.status).toBe(401);
    expect((await open({ query }, { authorization: 'Bearer forged' })).response.status).toBe(401);
  });

  it('completes and says why when the caller’s rights change', async () => {
    const { books, bus } = world;
    const userId = '01890000-0000-7000-8000-00000000000a';
    const stream = await open({ query }, { authorization: await world.bearer({ userId }) });
    await bus.publish([memberChanged(books.organizationId, userId)]);
    expect((await nextEvent(stream)).data).toContain('RIGHTS_CHANGED');
    expect(await stream.rest()).toBe('');
  });

  it('completes and says why when the credential expires while nothing happens', async () => {
    // A busy machine may take longer than a credential lives; then a longer one is tried.
    let stream: ReadStream | undefined;
    for (const lifetimeSeconds of [1, 4, 16]) {
      stream = await open({ query }, { authorization: await world.bearer({ lifetimeSeconds }) });
      if (stream.response.ok) break;
    }
    const text = await stream?.rest();
    expect(text).toContain('UNAUTHENTICATED');
    expect(text).toMatch(/event: complete\ndata:\n\n$/);
  });

  it('ends without completing when the gateway drains, and is taken up after its last event id', async () => {
    const { books, bus } = world;
    const authorization = await world.bearer();
    const stream = await open({ query }, { authorization });
    await bus.publish([paymentUpdated(books)]);
    const { id = '' } = await nextEvent(stream);
    await world.gateway.drain(0);
    expect(await stream.rest()).not.toContain('event: complete');
    await bus.publish([paymentUpdated(books, books.otherPaymentId)]);
    const again = await open({ query }, { authorization, 'last-event-id': id });
    expect((await nextEvent(again)).data).toContain(books.otherPaymentId);
  });

  it('is paid for once, by its own weight', async () => {
    const policy = { points: 60, windowSeconds: 60 };
    const small = await startWorld({ admission: { ratePolicies: { user: policy } } });
    const authorization = await small.bearer();
    const url = `${small.origin}/graphql?${new URLSearchParams({ query })}`;
    const statuses: number[] = [];
    const streams: ReadStream[] = [];
    while (!statuses.includes(429)) {
      const stream = await readStream(url, { headers: { accept, authorization } });
      streams.push(stream);
      statuses.push(stream.response.status);
    }
    expect(statuses.length).toBeGreaterThan(10);
    expect(streams.at(-1)?.response.headers.get('retry-after')).toMatch(/^[1-6]?\d$/);
    for (const stream of streams) stream.leave();
    await small.close();
  });

  it('tells nobody twice who asked twice too often', async () => {
    const small = await startWorld({ limits: { maxSubscriptionsPerViewer: 1 } });
    const authorization = await small.bearer({ userId: '01890000-0000-7000-8000-00000000000b' });
    const url = `${small.origin}/graphql?${new URLSearchParams({ query })}`;
    const first = await readStream(url, { headers: { accept, authorization } });
    const second = await readStream(url, { headers: { accept, authorization } });
    expect([first.response.status, second.response.status]).toEqual([200, 429]);
    first.leave();
    await small.close();
  });
});

describe('a feed as multipart', () => {
  it('brings Apollo Client what several subgraphs know of an event', async () => {
    const { books, bus } = world;
    const client = new ApolloClient({
      cache: new InMemoryCache(),
      link: new HttpLink({
        uri: `${world.origin}/graphql`,
        headers: { authorization: await world.bearer() },
      }),
    });
    const heard: unknown[] = [];
    const subscription = client
      .subscribe({ query: gql(query) })
      .subscribe(({ data }) => heard.push(data));
    await until(async () => (await runningSubscriptions()) === 1);
    await bus.publish([paymentUpdated(books)]);
    await until(() => heard.length > 0);
    expect(heard[0]).toMatchObject(total.data);
    subscription.unsubscribe();
  });

  it('says every five seconds that it is alive, and goes on', async () => {
    const authorization = await world.bearer();
    const stream = await open(
      {},
      {
        authorization,
        'content-type': 'application/json',
        accept: 'multipart/mixed;subscriptionSpec=1.0',
      },
      JSON.stringify({ query }),
    );
    const texts = [await stream.next(), await stream.next()];
    expect(texts[1]).toMatch(/\r\n\r\n{}\r\n--graphql$/);
    await world.bus.publish([paymentUpdated(world.books)]);
    expect(await stream.next()).toContain('"total":"10.00"');
  });
});

describe('a ticket', () => {
  it('stands for its caller in the address of one stream, and of one only', async () => {
    const { books, bus } = world;
    const { status, ticket } = await ticketOf(await world.bearer());
    expect(status).toBe(201);
    const stream = await open({ query, ticket });
    expect(stream.response.status).toBe(200);
    await bus.publish([paymentUpdated(books)]);
    expect(JSON.parse((await nextEvent(stream)).data ?? '')).toMatchObject(total);
    expect((await open({ query, ticket })).response.status).toBe(401);
  });

  it('is given to known callers only, by POST', async () => {
    expect((await ticketOf('')).status).toBe(401);
    expect((await ticketOf('Bearer forged')).status).toBe(401);
    expect((await fetch(`${world.origin}/graphql/stream-ticket`)).status).toBe(405);
  });

  it('is no credential anywhere else', async () => {
    const { ticket } = await ticketOf(await world.bearer());
    const search = new URLSearchParams({ query: '{ me { userId } }', ticket });
    const whole = await fetch(`${world.origin}/graphql?${search}`, {
      headers: { accept: 'application/json', 'apollo-require-preflight': 'true' },
    });
    expect(await whole.text()).toContain('UNAUTHENTICATED');
    const asBearer = await open({ query }, { authorization: `Bearer ${ticket}` });
    expect(asBearer.response.status).toBe(401);
  });

  it('opens nothing for pages of another origin', async () => {
    const { ticket } = await ticketOf(await world.bearer());
    const foreign = await open({ query, ticket }, { origin: 'https://evil.example' });
    expect(foreign.response.status).toBe(403);
    expect((await open({ query, ticket }, { origin: world.origin })).response.status).toBe(200);
  });
});

describe('a gateway that stops', () => {
  it('ends streams at once, so that clients come again elsewhere', async () => {
    const stopping = await startWorld();
    const authorization = await stopping.bearer();
    const stream = await readStream(
      `${stopping.origin}/graphql?${new URLSearchParams({ query })}`,
      { headers: { accept, authorization } },
    );
    await until(async () => (await runningSubscriptions()) > 0);
    const closed = stopping.close();
    expect(await stream.rest()).not.toContain('event: complete');
    await closed;
  });
});
