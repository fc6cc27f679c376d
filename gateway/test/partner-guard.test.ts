import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { connect } from './world/socket.ts';
import { schemas } from './world/schemas.ts';
import { ask, codesOf, smallSupergraph, startWorld, type World } from './world/world.ts';

let world: World;
let authorization: string;
beforeAll(async () => {
  world = await startWorld();
  authorization = world.apiKey();
});
afterAll(() => world.close());

const askAsPartner = (query: string, variables = {}) =>
  ask(world, query, { authorization, variables });
const sentences = ({ body }: Awaited<ReturnType<typeof ask>>): string[] =>
  (body.errors ?? []).map(({ message }) => message);

describe('a program with an API key', () => {
  it('asks for what is offered to partners, through the same plan as everybody', async () => {
    const id = world.books.paymentId;
    const query = `query ($id: ID!) { payment(id: $id) { status journalEntries { kind } invoice { total } } }`;
    const answer = await askAsPartner(query, { id });
    expect(answer.body.errors).toBeUndefined();
    expect(answer.body.data).toEqual({
      payment: { status: 'PENDING', journalEntries: [], invoice: { total: '10.00' } },
    });
    expect(answer.body).toMatchObject({ extensions: { cost: { max: expect.any(Number) } } });
  });

  it('is refused everything else before anything is planned, field by field', async () => {
    const calls = world.books.headers.length;
    const answer = await askAsPartner('{ hello me { userId } payments { note status } }');
    expect(codesOf(answer)).toEqual(Array(3).fill('GRAPHQL_VALIDATION_FAILED'));
    expect(answer.body.data).toBeUndefined();
    expect(sentences(answer)).toEqual([
      'Cannot query field "hello" on type "Query".',
      'Cannot query field "me" on type "Query".',
      'Cannot query field "note" on type "Payment".',
    ]);
    expect(world.books.headers.length).toBe(calls);
    const mutation = await askAsPartner('mutation { refresh }');
    expect(codesOf(mutation)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });

  it('is told of nothing else when a name is almost right', async () => {
    const answer = await askAsPartner('{ hell paymen(id: 1) { id } forecast { askedB } }');
    expect(sentences(answer).join(' ')).not.toMatch(/hello|askedBy/);
    expect(sentences(answer).join(' ')).toContain('Did you mean "payment"');
  });

  it('sees the partners’ schema when it asks for the schema, and only alone', async () => {
    const answer = await askAsPartner(getIntrospectionQuery());
    const schema = buildClientSchema(answer.body.data as unknown as IntrospectionQuery);
    expect(Object.keys(schema.getQueryType()?.getFields() ?? {}).sort()).toEqual([
      'payment',
      'payments',
    ]);
    expect(schema.getType('Me')).toBeUndefined();
    const named = await askAsPartner(
      'query ($n: String!) { ...F } fragment F on Query { hidden: __type(name: $n) { name } __typename }',
      { n: 'Me' },
    );
    expect(named.body.data).toEqual({ hidden: null, __typename: 'Query' });
    const unnamed = await askAsPartner('query ($n: String!) { __type(name: $n) { name } }');
    expect(codesOf(unnamed)).toEqual(['BAD_USER_INPUT']);
    const mixed = await askAsPartner('{ __schema { queryType { name } } payments { id } }');
    expect(codesOf(mixed)).toEqual(['BAD_REQUEST']);
  });

  it('may have its answer in parts', async () => {
    const query = `{ payments { status ... @defer { invoice { total } } } }`;
    const response = await fetch(`${world.origin}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'multipart/mixed;deferSpec=20220824, application/json',
        authorization,
      },
      body: JSON.stringify({ query }),
    });
    expect(response.headers.get('content-type')).toContain('multipart/mixed');
    expect(await response.text()).toContain('"incremental"');
    const outside = await askAsPartner('{ payments { status ... @defer { note } } }');
    expect(codesOf(outside)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });

  it('hears only of what is offered', async () => {
    const client = connect(world, authorization);
    const refused = await client.listen('subscription { paymentChanged { status note } }');
    await expect(refused.next()).rejects.toMatchObject([
      {
        message: 'Cannot query field "note" on type "Payment".',
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      },
    ]);
    await client.listen('subscription { paymentChanged { status } }');
    await client.dispose();
  });
});

describe('people', () => {
  it('are asked nothing of it, whether the same text came from a program or not', async () => {
    const query = '{ hello payments { note } }';
    await askAsPartner(query);
    const answer = await ask(world, query, { authorization: await world.bearer() });
    expect(answer.body.errors).toBeUndefined();
    expect(codesOf(await askAsPartner(query))).toHaveLength(2);
    const shown = await ask(world, '{ __type(name: "Me") { name } }', {
      authorization: await world.bearer(),
    });
    expect(shown.body.data).toEqual({ __type: { name: 'Me' } });
  });
});

describe('a supergraph that is taken up while it runs', () => {
  const payments = (change: (sdl: string) => string) =>
    smallSupergraph({ payments: change(schemas.payments) });

  it('brings its own contract, and is refused when that can’t be kept', async () => {
    const own = await startWorld();
    const asks = (query: string) => ask(own, query, { authorization: own.apiKey() });
    expect(codesOf(await asks('{ hello }'))).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    const wider = payments((sdl) =>
      sdl.replace('hello: String @public', 'hello: String @public @tag(name: "partner")'),
    );
    expect(await own.gateway.reload(wider)).toBe('reloaded');
    expect((await asks('{ hello }')).body.data).toEqual({ hello: 'hello' });
    const broken = payments((sdl) =>
      sdl
        .replace('status: String!', 'status: String! owner: Owner')
        .concat('type Owner { a: Int }'),
    );
    expect(await own.gateway.reload(broken)).toBe('refused');
    expect((await asks('{ hello }')).body.data).toEqual({ hello: 'hello' });
    await own.close();
  });
});
