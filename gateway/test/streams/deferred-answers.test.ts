import { ApolloClient, gql, HttpLink, InMemoryCache, NetworkStatus } from '@apollo/client';
import { Defer20220824Handler } from '@apollo/client/incremental';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { until } from '@finflow/shared/testing/until';
import type { ExecuteIncrementally, IncrementalAnswer } from '../../src/executor/incremental.ts';
import { deferredMediaType, takesParts } from '../../src/streams/deferred-answers.ts';
import { startFakeFeeds, type FakeFeeds } from '../world/fake-feeds.ts';
import { readStream } from '../world/read-stream.ts';

type Incremental = Extract<IncrementalAnswer, { kind: 'incremental' }>;
type Part =
  Incremental['subsequentResults'] extends AsyncIterable<infer Subsequent> ? Subsequent : never;

const query =
  'query Q($late: Boolean = true) { hello ...F @defer(if: $late) } fragment F on Query { secret }';
const executed: Parameters<ExecuteIncrementally>[0][] = [];
let answer: IncrementalAnswer;
let server: FakeFeeds;
beforeAll(async () => {
  server = await startFakeFeeds(async (request) => {
    executed.push(request);
    return answer;
  });
});
afterEach(() => {
  executed.splice(0);
});
afterAll(() => server.close());

/** An answer whose second part comes when the test says so. */
function answerInTwo(initial: Omit<Incremental['initialResult'], 'hasNext'>, part: Part) {
  const gate = Promise.withResolvers<void>();
  const left = { askedOn: false };
  answer = {
    kind: 'incremental',
    initialResult: { ...initial, hasNext: true },
    subsequentResults: (async function* () {
      try {
        await gate.promise;
        yield part;
        if (!part.hasNext) return;
        left.askedOn = true;
        yield { hasNext: false };
      } finally {
        gate.resolve();
      }
    })(),
  };
  return { release: gate.resolve, left };
}

const post = (accept: string, body: unknown = { query }) =>
  readStream(server.url, {
    method: 'POST',
    headers: { accept, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const late: Part = {
  incremental: [{ path: [], data: { secret: 'late' } }],
  hasNext: false,
};

describe('an answer with @defer', () => {
  it('comes in parts, the first one before the deferred one is there', async () => {
    const { release } = answerInTwo({ data: { hello: 'now' } }, late);
    const stream = await post(`${deferredMediaType}, application/json`);
    expect(stream.response.headers.get('content-type')).toBe(
      'multipart/mixed; boundary="-"; deferSpec=20220824',
    );
    expect(stream.response.headers.get('cache-control')).toBe('no-store, no-transform');
    expect(await stream.next()).toContain('{"data":{"hello":"now"},"hasNext":true}');
    release();
    expect(await stream.rest()).toMatch(
      /"incremental":\[\{"path":\[\],"data":\{"secret":"late"\}\}\].*---- ?\r\n$|-----\r\n$/s,
    );
    expect(executed[0]).toMatchObject({ operationName: 'Q', variables: {} });
  });

  it('is what Apollo Client shows: first without, then with what was deferred', async () => {
    const { release } = answerInTwo({ data: { hello: 'now' } }, late);
    const client = new ApolloClient({
      cache: new InMemoryCache(),
      link: new HttpLink({ uri: server.url }),
      incrementalHandler: new Defer20220824Handler(),
    });
    const seen: { data: unknown; status: NetworkStatus }[] = [];
    const watched = client
      .watchQuery({ query: gql(query) })
      .subscribe(({ data, networkStatus }) => seen.push({ data, status: networkStatus }));
    await until(() => seen.at(-1)?.status === NetworkStatus.streaming);
    expect(seen.at(-1)?.data).toEqual({ __typename: 'Query', hello: 'now' });
    release();
    await until(() => seen.at(-1)?.status === NetworkStatus.ready);
    expect(seen.at(-1)?.data).toMatchObject({ hello: 'now', secret: 'late' });
    watched.unsubscribe();
  });

  it('masks the faults of every part, and keeps what is readable', async () => {
    const { release } = answerInTwo(
      { data: { hello: null }, errors: [new GraphQLError('select 1 from vault')] },
      {
        incremental: [
          {
            path: [],
            data: null,
            errors: [
              new GraphQLError('select 2 from vault'),
              new GraphQLError('No.', { extensions: { code: 'FORBIDDEN' }, path: ['secret'] }),
            ],
          },
        ],
        hasNext: false,
      },
    );
    const stream = await post(deferredMediaType);
    release();
    const text = await stream.rest();
    expect(text).not.toContain('vault');
    expect(text.match(/INTERNAL_ERROR/g)).toHaveLength(2);
    expect(text).toContain('{"message":"No.","path":["secret"],"extensions":{"code":"FORBIDDEN"}}');
  });

  it('stops asking for parts when the client has left', async () => {
    const { release, left } = answerInTwo({ data: {} }, { ...late, hasNext: true });
    const stream = await post(deferredMediaType);
    await stream.next();
    const before = server.over();
    stream.leave();
    await until(() => server.over() > before);
    release();
    await new Promise(setImmediate); // Whoever still listened would have asked on by now.
    expect(left.askedOn).toBe(false);
  });

  it('may be whole all the same, when nothing is deferred in the end', async () => {
    answer = { kind: 'single', result: { data: { hello: 'now', secret: 'at once' } } };
    const whole = await post(`${deferredMediaType}, application/json`, {
      query,
      variables: { late: false },
    });
    expect(whole.response.headers.get('content-type')).toMatch(/json/);
    expect(JSON.parse(await whole.rest())).toEqual({ data: { hello: 'now', secret: 'at once' } });
    expect(executed[0]?.variables).toEqual({ late: false });
  });

  it('is left to the usual execution for who takes no parts, and for what defers nothing', async () => {
    await (await post('application/json')).rest();
    await (await post(`${deferredMediaType}, application/json`, { query: '{ hello }' })).rest();
    expect(executed).toEqual([]);
  });
});

it.each([
  ['multipart/mixed;deferSpec=20220824,application/json', true],
  ['application/json, multipart/mixed; boundary="-"; deferSpec="20220824"', true],
  ['multipart/mixed', false],
  ['multipart/mixed;incrementalSpec=v0.2', false],
  ['application/json;deferSpec=20220824', false],
  ['*/*', false],
  ['', false],
])('reads from "%s" whether a client takes deferred parts', (accept, takes) => {
  expect(takesParts(accept)).toBe(takes);
});
