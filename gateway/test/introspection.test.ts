import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { until } from '@finflow/shared/testing/until';
import { issueApiKey } from './world/api-keys.ts';
import { openRaw } from './world/socket.ts';
import { ask, codesOf, startWorld, type World } from './world/world.ts';

const hidden = {
  'the query of tools': getIntrospectionQuery(),
  'one type, renamed': '{ a: __type(name: "Payment") { name } }',
  'beside data': '{ hello __schema { types { name } } }',
  'in a fragment of a fragment':
    'query { ...A } fragment A on Query { ...B } fragment B on Query { ... { __schema { __typename } } }',
};
const misspelt = '{ helo }';
const sentence = 'Cannot query field "helo" on type "Query".';

describe('the schema for developers alone', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ introspection: 'developers' });
  });
  afterAll(() => world.close());

  it.each(Object.entries(hidden))('is not told to strangers and members: %s', async (_, query) => {
    for (const authorization of ['', world.payLink(), await world.bearer({ role: 'MEMBER' })]) {
      const answer = await ask(world, query, { authorization });
      expect([answer.status, codesOf(answer)]).toEqual([403, ['INTROSPECTION_DISABLED']]);
      expect(answer.body.data).toBeUndefined();
    }
  });

  it.each(Object.entries(hidden))('is told to owners and administrators: %s', async (_, query) => {
    for (const role of ['OWNER', 'ADMIN'] as const) {
      const answer = await ask(world, query, { authorization: await world.bearer({ role }) });
      expect([answer.status, codesOf(answer)]).toEqual([200, []]);
    }
  });

  it('is told to programs with an API key, as far as their contract goes', async () => {
    const authorization = `Bearer ${issueApiKey(world.books)}`;
    const answer = await ask(world, '{ __type(name: "Payment") { fields { name } } }', {
      authorization,
    });
    expect(answer.status).toBe(200);
    expect(JSON.stringify(answer.body.data)).toContain('status');
    expect(JSON.stringify(answer.body.data)).not.toContain('note');
  });

  it('is not spelt out by errors either', async () => {
    const owner = { authorization: await world.bearer() };
    expect((await ask(world, misspelt)).body.errors?.[0]?.message).toBe(sentence);
    expect((await ask(world, misspelt, owner)).body.errors?.[0]?.message).toBe(
      `${sentence} Did you mean "hello"?`,
    );
  });

  it('leaves the operation of the same document that does not ask, and type names', async () => {
    const query = 'query Plain { __typename hello } query Schema { __schema { __typename } }';
    const response = await fetch(`${world.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, operationName: 'Plain' }),
    });
    expect(await response.json()).toEqual({ data: { __typename: 'Query', hello: 'hello' } });
  });

  it('explains itself in the explorers', async () => {
    for (const path of ['/graphql', '/graphql/graphiql']) {
      const page = await fetch(`${world.origin}${path}`, { headers: { accept: 'text/html' } });
      expect(await page.text()).toContain('shown to owners and administrators');
    }
  });
});

it('can be hidden from everybody', async () => {
  const world = await startWorld({ introspection: 'nobody' });
  const answer = await ask(world, '{ __schema { __typename } }', {
    authorization: await world.bearer(),
  });
  await world.close();
  expect([answer.status, codesOf(answer)]).toEqual([403, ['INTROSPECTION_DISABLED']]);
});

it('is not spelt out over the socket, to nobody', async () => {
  const world = await startWorld();
  const peer = await openRaw(world);
  peer.send({ type: 'connection_init', payload: { authorization: await world.bearer() } });
  await until(() => peer.messages.some(({ type }) => type === 'connection_ack'));
  peer.send({
    type: 'subscribe',
    id: '1',
    payload: { query: 'subscription { paymentChange { id } }' },
  });
  await until(() => peer.messages.some(({ type }) => type === 'error'));
  peer.socket.terminate();
  await world.close();
  expect(JSON.stringify(peer.messages.at(-1))).toContain('Cannot query field');
  expect(JSON.stringify(peer.messages.at(-1))).not.toContain('Did you mean');
});
