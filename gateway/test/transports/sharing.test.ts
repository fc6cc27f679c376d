import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { SubgraphResponse } from '@finflow/shared/graphql/subgraph';
import { newId } from '@finflow/shared/ids';
import { samplePaymentCreated } from '@finflow/shared/testing/sample-event';
import type { Viewer } from '@finflow/shared/viewer';
import { createFeedHub } from '../../src/subscriptions/feed-hub.ts';
import { createCallSharing } from '../../src/transports/create-subgraph-source.ts';
import { createPresence } from '../../src/presence.ts';
import type { CallerPresence } from '../../src/request-context.ts';
import type { SubgraphCall, SubgraphSource } from '../../src/transports/subgraph-source.ts';
import type {
  SubgraphTransport,
  TransportRequest,
} from '../../src/transports/subgraph-transport.ts';
import { createMemoryBus } from '../world/memory-bus.ts';
import { newCall, newContext, newSource, outcomeOf } from '../world/call.ts';

type Asked = { readonly request: TransportRequest; answer(response: SubgraphResponse): void };

let asked: Asked[];
let begun: Promise<unknown>[];
let nowMs: number;
beforeEach(() => {
  asked = [];
  begun = [];
  nowMs = Date.now();
});
// What nobody answered would come to its deadline while another file's tests run.
afterEach(async () => {
  for (const call of asked) call.answer({ data: {}, setCookies: [] });
  await Promise.allSettled(begun);
});

/** A source whose subgraphs answer when they are told to. */
function waitingSource(shared = createCallSharing(() => nowMs)) {
  const books: SubgraphTransport = {
    isInProcess: true,
    execute: (request) => new Promise((answer) => asked.push({ request, answer })),
    forward: () => Promise.reject(new Error('not asked')),
    ready: () => Promise.resolve(),
  };
  const source = newSource({ transports: { books, auth: books }, nowMs: () => nowMs, shared });
  return (...asking: Parameters<SubgraphSource>) => {
    const result = source(...asking);
    begun.push(result);
    return result;
  };
}

const user = (sessionId: string): Viewer => ({
  kind: 'user',
  userId: 'u',
  sessionId,
  organizationId: null,
  role: null,
  scopes: [],
});
const context = (sessionId = 's') =>
  newContext({ viewer: user(sessionId), deadlineAtMs: nowMs + 30_000 });

const listOf = (id: string): Pick<SubgraphCall, 'representations'> => ({
  representations: [
    { variable: 'r', values: () => [{ id }], json: () => JSON.stringify([{ id }]) },
  ],
});

it('sends one of equal queries that one caller has under way', async () => {
  const source = waitingSource();
  const calls = [0, 1, 2].map(() => source(newCall(listOf('1')), context()));
  expect(asked).toHaveLength(1);
  asked[0]?.answer({ data: { a: [{ b: 1 }] }, errors: [{ message: 'm' }], setCookies: [] });
  const results = await Promise.all(calls);
  expect(results.map(({ data, errors }) => ({ data, errors }))).toEqual(
    [0, 1, 2].map(() => ({ data: { a: [{ b: 1 }] }, errors: [{ message: 'm' }] })),
  );
});

it('gives each its own copy, untouched by who was first', async () => {
  const source = waitingSource();
  const writing = source(newCall(), context()).then((result) => {
    Object.assign(result.data?.['a'] ?? {}, { b: 'overwritten' });
  });
  const reading = source(newCall(), context());
  asked[0]?.answer({ data: { a: { b: 'as it came' } }, setCookies: [] });
  await writing;
  expect((await reading).data).toEqual({ a: { b: 'as it came' } });
});

it.each([
  ['another session of the same user', newCall(), context('other')],
  ['another text', newCall({ query: '{ b }' }), context()],
  ['other variables', newCall({ variables: { id: '2' } }), context()],
  ['other entities', newCall(listOf('2')), context()],
  ['another operation name', newCall({ operationName: 'B' }), context()],
])('does not share with %s', (_what, call, other) => {
  const source = waitingSource();
  void source(newCall(listOf('1')), context());
  void source(newCall(), context());
  void source(call, other);
  expect(asked).toHaveLength(3);
});

it('never shares a mutation, nor anything that auth is asked', () => {
  const source = waitingSource();
  for (const call of [newCall({ kind: 'mutation' }), newCall({ subgraph: 'auth' })]) {
    void source(call, context());
    void source(call, context());
  }
  expect(asked).toHaveLength(4);
});

it('reads what a mutation wrote, also when an equal query began before', async () => {
  const source = waitingSource();
  void source(newCall(), context());
  const changing = source(newCall({ kind: 'mutation' }), context());
  asked[1]?.answer({ data: {}, setCookies: [] });
  await changing;
  void source(newCall(), context());
  expect(asked).toHaveLength(3);
});

it('reads what an event told of, also when an equal query began before', async () => {
  const bus = createMemoryBus();
  const shared = createCallSharing(() => nowMs);
  const source = waitingSource(shared);
  const hub = await createFeedHub({
    bus,
    maxReplayed: 10,
    maxReplayRead: 10,
    onEvent: () => shared.forget(),
  });
  const organizationId = newId();
  const listening = { organizationId, onHeard: () => void source(newCall(), context()) };
  hub.listen(listening);
  void source(newCall(), context());
  await bus.publish([samplePaymentCreated({ organizationId })]);
  // Two signals, of the payment and of its invoice: they may share, with each other alone.
  expect(asked).toHaveLength(2);
});

it('does not join a query that has been under way for a while', () => {
  const source = waitingSource();
  void source(newCall(), context());
  nowMs += 11;
  void source(newCall(), context());
  expect(asked).toHaveLength(2);
});

it("ends at each caller's own deadline", async () => {
  const source = waitingSource();
  const patient = source(newCall(), context());
  const hasty = source(newCall(), newContext({ viewer: user('s'), deadlineAtMs: nowMs + 5 }));
  expect(await outcomeOf(hasty)).toBe('DEADLINE_EXCEEDED');
  asked[0]?.answer({ data: { a: 1 }, setCookies: [] });
  expect((await patient).data).toEqual({ a: 1 });
});

it('writes out no values while nobody asks the same', async () => {
  const source = waitingSource();
  let written = 0;
  const json = () => {
    written += 1;
    return '[]';
  };
  const call = newCall({ representations: [{ variable: 'r', values: () => [], json }] });
  const alone = source(call, context());
  asked[0]?.answer({ data: {}, setCookies: [] });
  await alone;
  void source({ ...call, query: '{ b }' }, context());
  expect(written).toBe(0);
});

it('tells all who share when it fails', async () => {
  const books: SubgraphTransport = {
    isInProcess: true,
    execute: () => Promise.reject(new Error('a fault')),
    forward: () => Promise.reject(new Error('not asked')),
    ready: () => Promise.resolve(),
  };
  const source = newSource({ transports: { books } });
  const outcomes = [0, 1].map(() => outcomeOf(source(newCall(), context())));
  expect(await Promise.all(outcomes)).toEqual(['a fault', 'a fault']);
});

describe('a call whose callers go away', () => {
  const given: boolean[] = [];
  beforeEach(() => void given.splice(0));

  /** Over a way on which calls may be given up. */
  function abandonableSource() {
    const books: SubgraphTransport = {
      execute: (request) =>
        new Promise((answer) => {
          const place = given.push(false) - 1;
          request.presence?.onGone(() => {
            given[place] = true;
          });
          asked.push({ request, answer });
        }),
      forward: () => Promise.reject(new Error('not asked')),
      ready: () => Promise.resolve(),
    };
    const source = newSource({ transports: { books, auth: books }, nowMs: () => nowMs });
    return (call: SubgraphCall, presence?: CallerPresence) => {
      begun.push(source(call, { ...context(), ...(presence && { presence }) }));
    };
  }

  it('is given up when the last of them has left', () => {
    const [first, second] = [createPresence(), createPresence()];
    const ask = abandonableSource();
    ask(newCall(), first);
    ask(newCall(), second);
    first.leave();
    expect(given).toEqual([false]);
    second.leave();
    expect(given).toEqual([true]);
  });

  it('is not joined any more when it has been given up', () => {
    const first = createPresence();
    const ask = abandonableSource();
    ask(newCall(), first);
    first.leave();
    ask(newCall(), createPresence());
    expect(given).toEqual([true, false]);
  });

  it('goes on while one waits who can’t go away', () => {
    const first = createPresence();
    const ask = abandonableSource();
    ask(newCall(), first);
    ask(newCall());
    first.leave();
    expect(given).toEqual([false]);
  });

  it('goes on when it is a mutation', () => {
    const first = createPresence();
    abandonableSource()(newCall({ kind: 'mutation' }), first);
    first.leave();
    expect(given).toEqual([false]);
  });

  it('is not even asked when its only caller has left before', async () => {
    const first = createPresence();
    first.leave();
    abandonableSource()(newCall(), first);
    await expect(begun[0]).rejects.toMatchObject({ extensions: { code: 'DEADLINE_EXCEEDED' } });
    expect(asked).toHaveLength(0);
  });
});
