import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { CombinedProtocolErrors } from '@apollo/client/errors';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { until } from '@finflow/shared/testing/until';
import { startFakeFeeds, type FakeFeeds } from '../world/fake-feeds.ts';
import { readStream } from '../world/read-stream.ts';

let server: FakeFeeds;
beforeAll(async () => {
  server = await startFakeFeeds();
});
afterEach(() => {
  server.refusing.with = null;
  for (const feed of server.played.splice(0)) feed.end('complete');
});
afterAll(() => server.close());

const query = 'subscription Ticks($n: Int) { ticked(from: $n) }';
const accept = 'multipart/mixed;subscriptionSpec="1.0", application/json';

const post = (body: unknown) =>
  readStream(server.url, {
    method: 'POST',
    headers: { accept, 'content-type': 'application/json', authorization: 'Bearer u' },
    body: JSON.stringify(body),
  });

/** What Apollo Client hears of the subscription. */
function hear() {
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: new HttpLink({ uri: server.url, headers: { authorization: 'Bearer u' } }),
  });
  const heard: { data: unknown; error: unknown }[] = [];
  const over = { completed: false };
  const subscription = client
    .subscribe({ query: gql(query), variables: { n: 3 }, errorPolicy: 'all' })
    .subscribe({
      next: ({ data, error }) => heard.push({ data, error }),
      complete: () => (over.completed = true),
    });
  return { heard, over, leave: () => subscription.unsubscribe() };
}

describe('multipart subscriptions', () => {
  it('write each payload as a part, heartbeats as empty objects, and a last boundary', async () => {
    const stream = await post({ query });
    expect(stream.response.headers.get('content-type')).toBe(
      'multipart/mixed;boundary="graphql";subscriptionSpec=1.0',
    );
    expect(await stream.next()).toBe('\r\n--graphql');
    const feed = await server.playing();
    expect(feed.request.heartbeatMs).toBe(5_000);
    feed.tell('e1', { data: { ticked: 1 } });
    const head = '\r\ncontent-type: application/json; charset=utf-8\r\n\r\n';
    expect(await stream.next()).toBe(`${head}{"payload":{"data":{"ticked":1}}}\r\n--graphql`);
    feed.beat('e2');
    expect(await stream.next()).toBe(`${head}{}\r\n--graphql`);
    feed.end('complete');
    expect(await stream.rest()).toBe(`${head}{"payload":null}\r\n--graphql--\r\n`);
  });

  it('speak to Apollo Client', async () => {
    const { heard, over } = hear();
    const feed = await server.playing();
    expect(feed.request).toMatchObject({ variables: { n: 3 } });
    feed.beat(null);
    feed.tell('e1', { data: { ticked: 1 } });
    feed.tell('e2', { data: { ticked: null }, errors: [new GraphQLError('no')] });
    await until(() => heard.length === 2);
    expect(heard[0]).toEqual({ data: { ticked: 1 }, error: undefined });
    expect(heard[1]).toMatchObject({ data: { ticked: null }, error: { message: 'no' } });
    feed.end('complete');
    await until(() => over.completed);
  });

  it('end when Apollo Client leaves', async () => {
    const { leave } = hear();
    const feed = await server.playing();
    expect(feed.isClosed()).toBe(false);
    leave();
    await until(feed.isClosed);
  });

  it.each([
    ['expired', 'UNAUTHENTICATED'],
    ['rightsChanged', 'RIGHTS_CHANGED'],
    ['tooSlow', 'TOO_SLOW'],
    ['draining', 'SERVICE_UNAVAILABLE'],
    ['unavailable', 'SERVICE_UNAVAILABLE'],
  ] as const)('tell Apollo Client why they end: %s', async (end, code) => {
    const { heard } = hear();
    (await server.playing()).end(end);
    await until(() => heard.length > 0);
    const error = heard[0]?.error;
    expect(CombinedProtocolErrors.is(error) && error.errors[0]?.extensions?.['code']).toBe(code);
  });

  it('are refused in one piece, so that the client reads what is wrong', async () => {
    const wrong = await post({ query: 'subscription { nothing }' });
    expect(wrong.response.status).toBe(200); // As every document that isn't good, in plain JSON.
    expect(await wrong.rest()).toContain('GRAPHQL_VALIDATION_FAILED');
    server.refusing.with = new GraphQLError('no', { extensions: { code: 'UNAUTHENTICATED' } });
    const stranger = await post({ query });
    expect(stranger.response.status).toBe(401);
    expect(stranger.response.headers.get('content-type')).toMatch(/json/);
  });

  it('leave other operations as they are', async () => {
    const answer = await post({ query: '{ hello }' });
    expect(JSON.parse(await answer.rest())).toEqual({ data: { hello: 'hello' } });
  });
});
