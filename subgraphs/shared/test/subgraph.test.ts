import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse } from 'graphql';
import { scalarResolvers } from '../src/graphql/scalars.ts';
import { createSubgraph, type BaseContext, type Subgraph } from '../src/graphql/subgraph.ts';
import { newViewerKeys, readSigningKey, readVerifyKey, signViewer } from '../src/signed-viewer.ts';
import { newPartner, newUser, payerOf } from '../src/testing/viewers.ts';
import type { Role, Viewer } from '../src/viewer.ts';

const typeDefs = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.12", import: ["@key", "@authenticated", "@requiresScopes"])
  directive @public on FIELD_DEFINITION | OBJECT
  type Query { open: String @public  forgotten: String  mine: String @authenticated  book: Book @requiresScopes(scopes: [["ledger:read"], ["pay:invoice"]])  boom: String @public  hang: String @public  day(on: LocalDate!): LocalDate @public }
  scalar LocalDate
  type Book @key(fields: "id") @requiresScopes(scopes: [["ledger:read"], ["pay:invoice"]]) { id: ID!  title: String  secret: String @requiresScopes(scopes: [["ledger:write"]]) }
`;
const keys = newViewerKeys();
const user = (role: Role) => newUser({ organizationId: null, role });
const payer = payerOf('01890000-0000-7000-8000-000000000001');

let hold = Promise.resolve();

let subgraph: Subgraph;
beforeAll(async () => {
  subgraph = await createSubgraph<BaseContext>({
    name: 'test',
    typeDefs,
    verifyKeys: [readVerifyKey(keys.verifyKey)],
    context: (base) => base,
    resolvers: {
      LocalDate: scalarResolvers.LocalDate,
      Query: {
        hang: async () => {
          await hold;
          return 'late';
        },
        day: (_: unknown, { on }: { on: string }) => on,
        open: () => 'o',
        forgotten: () => 'f',
        mine: () => 'm',
        book: () => ({ id: '1' }),
        boom: () => {
          throw new Error('password in SQL: select 1');
        },
      },
      Book: {
        title: () => 't',
        secret: () => 's',
        // Throws at once, as a resolver that is not async does.
        __resolveReference: ({ id }: { id: string }) => {
          if (id === 'bad') throw new Error('no such book');
          return { id };
        },
      },
    },
  });
});
afterAll(() => subgraph.close());

async function ask(viewer: Viewer, query: string, variables = {}) {
  const token = await signViewer(viewer, readSigningKey(keys.signingKey));
  const { data, errors } = await subgraph.execute({
    query,
    variables,
    headers: { 'x-finflow-viewer': token },
  });
  const codes = (errors ?? []).map((e) => (e as { extensions: { code: string } }).extensions.code);
  return { data: JSON.parse(JSON.stringify(data ?? null)), codes, errors };
}

it('keeps a field without a directive private', async () => {
  expect(await ask({ kind: 'anonymous' }, '{ open forgotten }')).toMatchObject({
    data: { open: 'o', forgotten: null },
    codes: ['UNAUTHENTICATED'],
  });
  expect(await ask(payer, '{ forgotten }')).toMatchObject({
    data: { forgotten: null },
    codes: ['FORBIDDEN'],
  });
  expect(await ask(user('VIEWER'), '{ forgotten mine }')).toMatchObject({
    data: { forgotten: 'f', mine: 'm' },
  });
});

it('asks for the scopes of the type and of the field', async () => {
  const query = '{ book { title secret } }';
  expect(await ask(payer, query)).toMatchObject({
    data: { book: { title: 't', secret: null } },
    codes: ['FORBIDDEN'],
  });
  expect(await ask(user('OWNER'), query)).toMatchObject({
    data: { book: { title: 't', secret: 's' } },
    codes: [],
  });
});

it('guards the fields of entities that another subgraph refers to', async () => {
  const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Book { title } } }';
  const variables = { r: [{ __typename: 'Book', id: '1' }] };
  expect((await ask({ kind: 'anonymous' }, query, variables)).codes).toEqual(['UNAUTHENTICATED']);
  expect(await ask(payer, query, variables)).toMatchObject({
    data: { _entities: [{ title: 't' }] },
  });
});

it('would lose the whole list by a reference that throws at once, with @apollo/subgraph alone', async () => {
  const __resolveReference = ({ id }: { id: string }) => {
    if (id === 'bad') throw new Error('no such book');
    return { id };
  };
  const schema = buildSubgraphSchema([
    {
      typeDefs: parse('type Query { a: Int } type Book @key(fields: "id") { id: ID! }'),
      resolvers: { Book: { __resolveReference } },
    },
  ]);
  const document = parse(
    'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Book { id } } }',
  );
  const variableValues = { r: ['1', 'bad'].map((id) => ({ __typename: 'Book', id })) };
  const { data, errors } = await execute({ schema, document, variableValues });
  expect([data, errors?.map(({ path }) => path)]).toEqual([null, [['_entities']]]);
});

it('lets a reference that throws at once harm its own place alone', async () => {
  const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Book { title } } }';
  const variables = { r: ['1', 'bad', '2'].map((id) => ({ __typename: 'Book', id })) };
  const answer = await ask(payer, query, variables);
  expect(answer.data).toEqual({ _entities: [{ title: 't' }, null, { title: 't' }] });
  expect(answer.errors).toMatchObject([{ path: ['_entities', 1] }]);
});

it('refuses a caller that the gateway did not sign', async () => {
  const forged = await signViewer(user('OWNER'), readSigningKey(newViewerKeys().signingKey));
  for (const headers of [{}, { 'x-finflow-viewer': forged }, { 'x-finflow-viewer': 'nonsense' }]) {
    const { data, errors } = await subgraph.execute({ query: '{ open }', headers });
    expect(data).toBeNull();
    expect(errors).toHaveLength(1);
  }
});

it('masks a fault: an id, no stack, no SQL', async () => {
  const { codes, errors } = await ask({ kind: 'anonymous' }, '{ boom }');
  expect(codes).toEqual(['INTERNAL_ERROR']);
  expect(JSON.stringify(errors)).not.toMatch(/SQL|stack|select/);
});

describe('for the gateway in the same process', () => {
  it('takes the viewer as it is handed over, whatever the headers say', async () => {
    const { data } = await subgraph.executeAs(user('VIEWER'), {
      query: '{ mine }',
      headers: { 'x-finflow-viewer': 'nonsense' },
    });
    expect({ ...data }).toEqual({ mine: 'm' });
  });

  it('says that the time is over, instead of answering later', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    hold = promise;
    const request = { query: '{ hang }', headers: {}, deadlineAtMs: Date.now() + 20 };
    const { data, errors } = await subgraph.executeAs(user('VIEWER'), request);
    resolve();
    expect([data, errors]).toMatchObject([null, [{ extensions: { code: 'DEADLINE_EXCEEDED' } }]]);
  });

  it('does not begin when the time is over', async () => {
    const request = { query: '{ boom }', headers: {}, deadlineAtMs: Date.now() - 1 };
    const { errors } = await subgraph.executeAs(user('VIEWER'), request);
    expect(errors).toMatchObject([{ extensions: { code: 'DEADLINE_EXCEEDED' } }]);
  });
});

it.each([
  ['{ open', {}, 'GRAPHQL_PARSE_FAILED'],
  ['{ nothing }', {}, 'GRAPHQL_VALIDATION_FAILED'],
  ['query ($on: LocalDate!) { day(on: $on) }', { on: '2026-02-30' }, 'BAD_USER_INPUT'],
  ['query ($on: LocalDate!) { day(on: $on) }', {}, 'BAD_USER_INPUT'],
  ['{ day(on: "2026-02-30") }', {}, 'BAD_USER_INPUT'],
])('says by a code what is wrong with %s', async (query, variables, code) => {
  const answer = await ask(user('OWNER'), query, variables);
  expect(answer.data).toBeNull();
  expect(answer.codes).toEqual([code]);
});

it.each([
  ['query ($if: Boolean = true) { open @skip(if: $if) }', { if: null }, null],
  [
    'query ($if: Boolean = true) { book { title @include(if: $if) } }',
    { if: null },
    { book: null },
  ],
  ['query ($on: LocalDate = "2026-02-28") { day(on: $on) }', { on: null }, { day: null }],
])('says so of a null where only a default may be left out: %s', async (query, given, data) => {
  const answer = await ask(user('OWNER'), query, given);
  expect([answer.data, answer.codes]).toEqual([data, ['BAD_USER_INPUT']]);
});

it('lets a program with an API key read what is private, as far as its scopes reach', async () => {
  const book = '{ mine forgotten book { title secret } }';
  expect(await ask(newPartner({ scopes: ['ledger:read'] }), book)).toMatchObject({
    data: { mine: 'm', forgotten: 'f', book: { title: 't', secret: null } },
    codes: ['FORBIDDEN'],
  });
  expect(await ask(newPartner({ scopes: [] }), book)).toMatchObject({
    data: { mine: 'm', forgotten: 'f', book: null },
    codes: ['FORBIDDEN'],
  });
});
