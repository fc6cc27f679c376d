import { setImmediate as nextTurn } from 'node:timers/promises';
import { HeaderMap } from '@apollo/server';
import { afterEach, expect, it, jest } from '@jest/globals';
import { until } from '@finflow/shared/testing/until';
import { idOf } from '../src/persisted/manifest.ts';
import { createEngines } from '../src/supergraph/engines.ts';
import { paymentUpdated } from './world/events.ts';
import { schemas } from './world/schemas.ts';
import { connect, openRaw } from './world/socket.ts';
import { ask, codesOf, smallSupergraph, startWorld, type World } from './world/world.ts';

const { accounting, payments } = schemas;
/** Without the entries of payments, and without what goes wrong. */
const smaller = () =>
  smallSupergraph({
    accounting: accounting.replace(/type Payment [^}]*}/, ''),
    payments: payments.replace('boom: String @public', ''),
  });

let world: World;
afterEach(() => world.close());

const hashes = async () => {
  const metrics = await (await fetch(`${world.origin}/metrics`)).text();
  return [...metrics.matchAll(/^finflow_gateway_supergraph_info{hash="(\w+)"} 1$/gm)].map(
    ([, hash]) => hash,
  );
};

it('answers by the new supergraph from then on, and says by which', async () => {
  world = await startWorld();
  expect(codesOf(await ask(world, '{ boom }'))).toEqual(['INTERNAL_ERROR']);
  expect(await world.gateway.reload(smaller())).toBe('reloaded');
  expect(codesOf(await ask(world, '{ boom }'))).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  expect((await ask(world, '{ hello }')).body).toEqual({ data: { hello: 'hello' } });
  expect(await hashes()).toEqual([idOf(smaller())]);
  expect(await world.gateway.reload(smaller())).toBe('unchanged');
  expect(await world.gateway.reload(smallSupergraph())).toBe('reloaded');
  expect(codesOf(await ask(world, '{ boom }'))).toEqual(['INTERNAL_ERROR']);
});

it('ends a request by the supergraph that it began with', async () => {
  world = await startWorld();
  const transport = world.transports['payments'];
  if (!transport) throw new Error('the small world has payments');
  const execute = transport.execute.bind(transport);
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  let isAsked = false;
  const held = jest.spyOn(transport, 'execute').mockImplementationOnce(async (request) => {
    isAsked = true;
    await released;
    return execute(request);
  });
  const query = `{ payment(id: "${world.books.paymentId}") { status journalEntries { kind } } }`;
  const authorization = await world.bearer();
  const answer = ask(world, query, { authorization });
  await until(() => isAsked);
  expect(await world.gateway.reload(smaller())).toBe('reloaded');
  expect(codesOf(await ask(world, query, { authorization }))).toEqual([
    'GRAPHQL_VALIDATION_FAILED',
  ]);
  release();
  expect((await answer).body).toEqual({
    data: { payment: { status: 'PENDING', journalEntries: [] } },
  });
  held.mockRestore();
});

it('loses no request of many while it goes back and forth', async () => {
  world = await startWorld();
  const query = `{ hello payment(id: "${world.books.paymentId}") { invoice { customerName } } }`;
  const authorization = await world.bearer();
  let isOver = false;
  const answers: unknown[] = [];
  const clients = Array.from({ length: 8 }, async () => {
    while (!isOver) answers.push((await ask(world, query, { authorization })).body);
  });
  for (const sdl of [smaller(), smallSupergraph(), smaller(), smallSupergraph()]) {
    const before = answers.length;
    expect(await world.gateway.reload(sdl)).toBe('reloaded');
    await until(() => answers.length > before + clients.length);
  }
  isOver = true;
  await Promise.all(clients);
  const good = { data: { hello: 'hello', payment: { invoice: { customerName: 'Ada' } } } };
  expect(answers.filter((answer) => JSON.stringify(answer) !== JSON.stringify(good))).toEqual([]);
});

it('takes up only the newest of those that come at once', async () => {
  world = await startWorld();
  const { reload } = world.gateway;
  const offered = [smaller(), 'nonsense', smallSupergraph(), smaller(), smaller()];
  expect(await Promise.all(offered.map(reload))).toEqual([
    'overtaken',
    'overtaken',
    'unchanged',
    'reloaded',
    'reloaded',
  ]);
  expect(await hashes()).toEqual([idOf(smaller())]);
  expect(codesOf(await ask(world, '{ boom }'))).toEqual(['GRAPHQL_VALIDATION_FAILED']);
});

it('drops what it is building for a newer one, wherever it stands', async () => {
  world = await startWorld();
  const { reload } = world.gateway;
  const outcomes: string[] = [];
  for (let turns = 0; outcomes.at(-1) !== 'reloaded'; turns += 1) {
    const overtaken = reload(smaller());
    for (let turn = 0; turn < turns; turn += 1) await nextTurn();
    const newest = reload(smallSupergraph());
    outcomes.push(await overtaken);
    // What serves is as good as the newest, unless it was replaced meanwhile.
    expect(await newest).toBe(outcomes.at(-1) === 'overtaken' ? 'unchanged' : 'reloaded');
    expect(await hashes()).toEqual([idOf(smallSupergraph())]);
  }
  expect(outcomes.length).toBeGreaterThan(1);
  expect(new Set(outcomes.slice(0, -1))).toEqual(new Set(['overtaken']));
});

const body = 'query Boom {\n  boom\n}';
const feed =
  'subscription Watch {\n  paymentChanged {\n    id\n    journalEntries {\n      kind\n    }\n  }\n}';

it.each<[string, () => string]>([
  ['is no GraphQL', () => 'type {'],
  ['is no supergraph', () => 'type Query { hello: String }'],
  ['is half written', () => smallSupergraph().slice(0, 4000)],
  [
    'names a subgraph to which there is no way',
    () =>
      smallSupergraph()
        .replaceAll('ANALYTICS', 'ELSEWHERE')
        .replaceAll('"analytics"', '"elsewhere"'),
  ],
  [
    'cannot answer a query of the released app',
    () => smallSupergraph({ payments: payments.replace('boom: String @public', '') }),
  ],
  [
    'cannot answer a subscription of the released app',
    () => smallSupergraph({ accounting: accounting.replace(/type Payment [^}]*}/, '') }),
  ],
])('goes on with the supergraph before when the new one %s', async (_name, sdl) => {
  const operations = new Map(
    [
      { id: idOf(body), name: 'Boom', type: 'query' as const, body },
      { id: idOf(feed), name: 'Watch', type: 'subscription' as const, body: feed },
    ].map((operation) => [operation.id, operation]),
  );
  world = await startWorld({ persisted: { mode: 'on', operations } });
  const before = await hashes();
  expect(await world.gateway.reload(sdl())).toBe('refused');
  expect(await hashes()).toEqual(before);
  expect((await ask(world, '{ hello }')).body).toEqual({ data: { hello: 'hello' } });
  const metrics = await (await fetch(`${world.origin}/metrics`)).text();
  expect(metrics).toMatch(/finflow_gateway_supergraph_reloads_total{outcome="refused"} [1-9]/);
});

it('asks those who are subscribed to come again, and feeds them by the new supergraph', async () => {
  world = await startWorld({ drainOnReloadMs: 0 });
  const { books, bus } = world;
  const authorization = await world.bearer();
  const before = await openRaw(world);
  before.send({ type: 'connection_init', payload: { authorization } });
  await until(() => before.messages.some(({ type }) => type === 'connection_ack'));
  const query = 'subscription { paymentChanged { id journalEntries { kind } } }';
  before.send({ type: 'subscribe', id: '1', payload: { query } });
  expect(await world.gateway.reload(smaller())).toBe('reloaded');
  expect((await before.closed).code).toBe(1012);
  const again = connect(world, authorization);
  await expect((await again.listen(query)).next()).rejects.toMatchObject([
    { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
  ]);
  const listening = await again.listen('subscription { paymentChanged { id } }');
  await bus.publish([paymentUpdated(books)]);
  expect(await listening.next()).toMatchObject({
    data: { paymentChanged: { id: books.paymentId } },
  });
  await again.dispose();
});

it('stops an engine when the last answer that it began is complete, in parts too', async () => {
  world = await startWorld();
  const { promise: second, resolve: tell } = Promise.withResolvers<string>();
  async function* parts() {
    yield 'first';
    yield await second;
  }
  const stopped: string[] = [];
  const engine = (name: string) => ({
    name,
    graphql: {
      executeHTTPGraphQLRequest: async () => ({
        headers: new HeaderMap(),
        body: { kind: 'chunked', asyncIterator: parts() } as const,
      }),
    },
    stop: async () => void stopped.push(name),
  });
  const engines = createEngines(engine('old'));
  const { body } = await engines.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: 'POST', headers: new HeaderMap(), search: '', body: {} },
    context: () => Promise.reject(new Error('No engine here asks for it')),
  });
  if (body.kind !== 'chunked') throw new Error('it answers in parts');
  engines.replace(engine('new'));
  expect(await body.asyncIterator.next()).toMatchObject({ value: 'first' });
  expect([engines.current().name, stopped]).toEqual(['new', []]);
  tell('second');
  expect(await body.asyncIterator.next()).toMatchObject({ value: 'second' });
  expect(stopped).toEqual([]);
  expect(await body.asyncIterator.next()).toMatchObject({ done: true });
  expect(stopped).toEqual(['old']);
});
