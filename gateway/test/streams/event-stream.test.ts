import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { createClient, NetworkError } from 'graphql-sse';
import { until } from '@finflow/shared/testing/until';
import { startFakeFeeds, type FakeFeeds } from '../world/fake-feeds.ts';
import { readStream, type ReadStream } from '../world/read-stream.ts';

let server: FakeFeeds;
const opened: ReadStream[] = [];
beforeAll(async () => {
  server = await startFakeFeeds();
});
afterEach(() => {
  server.refusing.with = null;
  server.refusing.after = false;
  server.played.splice(0);
  opened.splice(0).forEach((stream) => stream.leave());
});
afterAll(() => server.close());

const accept = 'text/event-stream';
const user = { authorization: 'Bearer u' };

async function post(body: unknown, headers: Record<string, string> = {}): Promise<ReadStream> {
  const stream = await readStream(server.url, {
    method: 'POST',
    headers: { accept, 'content-type': 'application/json', ...user, ...headers },
    body: JSON.stringify(body),
  });
  opened.push(stream);
  return stream;
}

async function get(search: Record<string, string>, headers: Record<string, string> = {}) {
  const stream = await readStream(`${server.url}?${new URLSearchParams(search)}`, {
    headers: { accept, ...user, ...headers },
  });
  opened.push(stream);
  return stream;
}

const ticks = { query: 'subscription ($n: Int) { ticked(from: $n) }', variables: { n: 3 } };

describe('server-sent events', () => {
  it('opens with a comment and brings results with their ids, heartbeats between, and the end', async () => {
    const stream = await post(ticks);
    const { headers } = stream.response;
    expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-store, no-transform');
    expect(headers.get('x-accel-buffering')).toBe('no');
    expect(headers.get('content-encoding')).toBeNull();
    expect(await stream.next()).toBe(':\n\n');
    const feed = await server.playing();
    expect(feed.request).toMatchObject({ ...ticks, lastEventId: null, heartbeatMs: 15_000 });
    expect(feed.request.subscriber.caller.viewer).toMatchObject({ kind: 'user', userId: 'u' });
    feed.tell('e1', { data: { ticked: 3 } });
    expect(await stream.next()).toBe('id: e1\nevent: next\ndata: {"data":{"ticked":3}}\n\n');
    feed.tell(null, { data: { ticked: 4 } });
    expect(await stream.next()).toBe('event: next\ndata: {"data":{"ticked":4}}\n\n');
    feed.beat(null);
    expect(await stream.next()).toBe(':\n\n');
    feed.beat('e2');
    expect(await stream.next()).toBe(':\nid: e2\n\n');
    feed.end('complete');
    expect(await stream.rest()).toBe('event: complete\ndata:\n\n');
  });

  it('speaks to graphql-sse', async () => {
    const client = createClient({ url: server.url, headers: user, retryAttempts: 0 });
    const results = client.iterate(ticks);
    const first = results.next();
    const feed = await server.playing();
    feed.beat('e0');
    feed.tell('e1', { data: { ticked: 3 } });
    expect((await first).value).toEqual({ data: { ticked: 3 } });
    feed.tell('e2', { errors: [new GraphQLError('no')] });
    expect((await results.next()).value).toMatchObject({ errors: [{ message: 'no' }] });
    feed.end('complete');
    expect((await results.next()).done).toBe(true);
    client.dispose();
  });

  it('ends the feed when the client leaves', async () => {
    const client = createClient({ url: server.url, headers: user });
    const leave = client.subscribe(ticks, { next: () => {}, error: () => {}, complete: () => {} });
    const feed = await server.playing();
    expect(feed.isClosed()).toBe(false);
    leave();
    await until(feed.isClosed);
  });

  it.each([
    ['expired', 'UNAUTHENTICATED'],
    ['rightsChanged', 'RIGHTS_CHANGED'],
  ] as const)('tells why and completes when the right to listen ends: %s', async (end, code) => {
    const stream = await post(ticks);
    (await server.playing()).end(end);
    const text = await stream.rest();
    expect(text).toMatch(/event: next\ndata: .*\n\nevent: complete\ndata:\n\n$/);
    expect(text).toContain(`"code":"${code}"`);
  });

  it.each(['tooSlow', 'draining', 'unavailable'] as const)(
    'looks like a lost connection, after which clients come again, when it is to go on: %s',
    async (end) => {
      const client = createClient({ url: server.url, headers: user, retryAttempts: 0 });
      const results = client.iterate(ticks);
      const first = results.next();
      const feed = await server.playing();
      feed.tell('e1', { data: { ticked: 1 } });
      await first;
      const second = results.next();
      feed.end(end);
      await expect(second).rejects.toThrow(NetworkError);
      client.dispose();
    },
  );

  it.each(['header', 'address', 'extensions'])(
    'goes on from the last event id: by %s',
    async (by) => {
      const stream =
        by === 'extensions'
          ? await post({ ...ticks, extensions: { lastEventId: 'e7' } })
          : await get(
              {
                query: 'query Q { hello } subscription S { ticked }',
                operationName: 'S',
                ...(by === 'address' && { lastEventId: 'e7' }),
              },
              by === 'header' ? { 'last-event-id': 'e7' } : {},
            );
      expect(stream.response.status).toBe(200);
      expect((await server.playing()).request.lastEventId).toBe('e7');
    },
  );

  it('takes a subscription by GET, as EventSource asks', async () => {
    await get({ query: ticks.query, variables: JSON.stringify(ticks.variables) });
    expect((await server.playing()).request).toMatchObject(ticks);
  });

  it('answers a query once and completes', async () => {
    for (const stream of [await post({ query: '{ hello }' }), await get({ query: '{ hello }' })]) {
      expect(await stream.rest()).toBe(
        'event: next\ndata: {"data":{"hello":"hello"}}\n\nevent: complete\ndata:\n\n',
      );
    }
  });

  it('takes no mutation by GET', async () => {
    const stream = await get({ query: 'mutation { save }' });
    expect(stream.response.status).toBe(405);
  });

  it.each([
    'subscription { nothing }',
    'subscription { ticked',
    'subscription { ticked(from: "x") }',
  ])('tells in the stream what is wrong with the operation: %s', async (query) => {
    const stream = await post({ query });
    expect(stream.response.status).toBe(200);
    expect(await stream.rest()).toMatch(
      /^event: next\ndata: \{"errors":\[.*GRAPHQL_(?:VALIDATION|PARSE)_FAILED.*\n\nevent: complete\ndata:\n\n$/,
    );
  });

  it.each([
    ['UNAUTHENTICATED', 401],
    ['TOO_MANY_SUBSCRIPTIONS', 429],
    ['RATE_LIMITED', 429],
    ['SERVICE_UNAVAILABLE', 503],
  ])('refuses %s by status %i before a stream begins', async (code, status) => {
    server.refusing.with = new GraphQLError('no', { extensions: { code } });
    const stream = await post(ticks);
    expect(stream.response.status).toBe(status);
    expect(JSON.parse(await stream.rest())).toMatchObject({ errors: [{ extensions: { code } }] });
    expect(stream.response.headers.has('retry-after')).toBe(status !== 401);
  });

  it('refuses what is no GraphQL request by status 400', async () => {
    expect((await post({ query: '' })).response.status).toBe(400);
    expect((await get({ query: ticks.query, variables: '{' })).response.status).toBe(400);
  });

  it('ends a feed whose answer was refused after it was opened', async () => {
    server.refusing.after = true;
    const stream = await post(ticks);
    expect(stream.response.status).toBe(500);
    expect((await server.playing()).isClosed()).toBe(true);
  });

  it('is not what a client gets that accepts JSON alone', async () => {
    const stream = await post(ticks, { accept: 'application/json' });
    expect(stream.response.status).toBe(400);
    expect(await stream.rest()).toContain('text/event-stream');
    expect(server.played).toEqual([]);
  });

  it('is not what HEAD gets', async () => {
    const response = await fetch(`${server.url}?query=subscription{ticked}`, {
      method: 'HEAD',
      headers: { accept, 'apollo-require-preflight': 'true' },
    });
    expect(response.status).toBe(405);
    expect(server.played).toEqual([]);
  });
});
