import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import type { IncrementalAnswer } from '../../src/executor/incremental.ts';
import { FinFlowGateway } from '../../src/supergraph/finflow-gateway.ts';
import type { FieldGates } from '../../src/rights/field-gates.ts';
import type { GatewayContext } from '../../src/request-context.ts';
import { federate, type Federation, type SubgraphParts } from './federation.ts';

type Ref = { readonly id: string };

/** Shut while a test wants to see what comes before the slow part. */
let gate = Promise.withResolvers<void>();

const subgraphs: Record<string, SubgraphParts> = {
  payments: {
    typeDefs: `
      type Query { payment(id: ID!): Payment payments: [Payment!]! }
      type Mutation { pay: Payment }
      type Payment @key(fields: "id") { id: ID! status: String invoice: Invoice card: Card }
      type Card { last4: String expiry: String! }
      type Invoice @key(fields: "id", resolvable: false) { id: ID! }`,
    resolvers: {
      Query: {
        payment: async (_: unknown, { id }: Ref) => {
          await nextTurn(); // Whoever doesn't wait for it is early.
          return { id, status: 'PAID', invoice: { id: `i${id}` }, card: {} };
        },
        payments: () => [
          { id: '1', status: 'PAID' },
          { id: '2', status: 'OPEN' },
        ],
      },
      Payment: {
        __resolveReference: async ({ id }: Ref) => ({
          id,
          status: id === '1' ? 'PAID' : 'OPEN',
          invoice: { id: `i${id}` },
        }),
      },
      Card: {
        last4: () => {
          throw new Error('no card');
        },
        expiry: () => {
          throw new Error('no expiry');
        },
      },
      Mutation: { pay: () => ({ id: '1', status: 'PAID' }) },
    },
  },
  forecasts: {
    typeDefs: `
      type Payment @key(fields: "id") { id: ID! risk: Int must: Int! boom: Int }
      type Invoice @key(fields: "id") { id: ID! due: String customer: Customer }
      type Customer @key(fields: "id", resolvable: false) { id: ID! }`,
    resolvers: {
      Payment: {
        __resolveReference: async ({ id }: Ref) => {
          await gate.promise;
          return { id, risk: Number(id) * 10, must: null };
        },
        boom: () => {
          throw new Error('no forecast');
        },
      },
      Invoice: {
        __resolveReference: async ({ id }: Ref) => ({
          id,
          due: `due ${id}`,
          customer: { id: 'c1' },
        }),
      },
    },
  },
  people: {
    typeDefs: `type Customer @key(fields: "id") { id: ID! name: String }`,
    resolvers: {
      Customer: { __resolveReference: async ({ id }: Ref) => ({ id, name: `name ${id}` }) },
    },
  },
};

let federation: Federation;
beforeAll(async () => {
  federation = await federate(subgraphs, 'compiled');
});
afterAll(() => federation.stop());
beforeEach(() => {
  gate = Promise.withResolvers<void>();
});

let texts = 0;

async function askInParts(
  query: string,
  variables: Record<string, unknown> = {},
  { gateway }: Federation = federation,
): Promise<IncrementalAnswer> {
  if (!(gateway instanceof FinFlowGateway)) throw new Error('Ours answers in parts');
  const context: Partial<GatewayContext> = { viewer: { kind: 'anonymous' } };
  return gateway.executeIncrementally({
    document: parse(query),
    queryHash: `text ${texts++}`,
    operationName: undefined,
    variables,
    context: context as GatewayContext,
  });
}

async function incremental(query: string, variables?: Record<string, unknown>, asked?: Federation) {
  const answer = await askInParts(query, variables, asked);
  if (answer.kind === 'single') throw new Error('It came in one piece');
  return { first: answer.initialResult, rest: answer.subsequentResults };
}

async function all<T>(parts: AsyncIterable<T>): Promise<T[]> {
  const came: T[] = [];
  for await (const part of parts) came.push(part);
  return came;
}

describe('a deferred fragment', () => {
  it('comes after what was not deferred, with its label and place', async () => {
    const { first, rest } = await incremental(
      '{ payment(id: "1") { status ... @defer(label: "later") { risk } } }',
    );
    expect(first).toEqual({ data: { payment: { status: 'PAID' } }, hasNext: true });
    gate.resolve();
    expect(await all(rest)).toEqual([
      { incremental: [{ label: 'later', path: ['payment'], data: { risk: 10 } }], hasNext: false },
    ]);
  });

  it('comes for each object of a list, in one part', async () => {
    const { first, rest } = await incremental(
      '{ payments { id ...Risk @defer } } fragment Risk on Payment { r: risk }',
    );
    expect(first.data).toEqual({ payments: [{ id: '1' }, { id: '2' }] });
    gate.resolve();
    expect(await all(rest)).toEqual([
      {
        incremental: [
          { path: ['payments', 0], data: { r: 10 } },
          { path: ['payments', 1], data: { r: 20 } },
        ],
        hasNext: false,
      },
    ]);
  });

  it('that is fast does not wait for one that is slow', async () => {
    const { rest } = await incremental(
      '{ payment(id: "1") { ... @defer(label: "slow") { risk } invoice { id ... @defer(label: "fast") { due } } } }',
    );
    const iterator = rest[Symbol.asyncIterator]();
    const fast = await iterator.next();
    expect(fast.value).toEqual({
      incremental: [{ label: 'fast', path: ['payment', 'invoice'], data: { due: 'due i1' } }],
      hasNext: true,
    });
    gate.resolve();
    const slow = await iterator.next();
    expect(slow.value).toMatchObject({ incremental: [{ label: 'slow' }], hasNext: false });
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
  });

  it('within another one comes after it', async () => {
    const { first, rest } = await incremental(
      `{ payment(id: "1") { id ... @defer(label: "outer") { invoice { due
          ... @defer(label: "inner") { customer { name } } } } } }`,
    );
    expect(first.data).toEqual({ payment: { id: '1' } });
    expect(await all(rest)).toEqual([
      {
        incremental: [{ label: 'outer', path: ['payment'], data: { invoice: { due: 'due i1' } } }],
        hasNext: true,
      },
      {
        incremental: [
          {
            label: 'inner',
            path: ['payment', 'invoice'],
            data: { customer: { name: 'name c1' } },
          },
        ],
        hasNext: false,
      },
    ]);
  });

  it('within one that needs no fetch waits for what both hang on', async () => {
    gate.resolve();
    const { rest } = await incremental(
      '{ payment(id: "1") { ... @defer(label: "outer") { ... @defer(label: "inner") { risk } } } }',
    );
    const parts = (await all(rest)).flatMap((part) => part.incremental ?? []);
    expect(parts).toEqual([
      { label: 'outer', path: ['payment'], data: {} },
      { label: 'inner', path: ['payment'], data: { risk: 10 } },
    ]);
  });

  it('has its own errors, and harms no other part', async () => {
    gate.resolve();
    const { first, rest } = await incremental(
      '{ payment(id: "1") { id ... @defer { boom } ... @defer { must } } }',
    );
    expect(first).toEqual({ data: { payment: { id: '1' } }, hasNext: true });
    const parts = (await all(rest)).flatMap((part) => part.incremental ?? []);
    expect(parts).toHaveLength(2);
    expect(parts.find(({ data }) => data !== null)).toMatchObject({
      data: { boom: null },
      errors: [{ message: 'no forecast', path: ['payment', 'boom'] }],
    });
    expect(parts.find(({ data }) => data === null)).toMatchObject({
      path: ['payment'],
      errors: [{ path: ['payment', 'must'] }],
    });
  });

  it('tells the error of what had to be fetched at once, because nothing leads back to it', async () => {
    const { first, rest } = await incremental(
      '{ payment(id: "1") { card { ... @defer { last4 } } } }',
    );
    expect(first).toEqual({ data: { payment: { card: {} } }, hasNext: true });
    expect((await all(rest)).flatMap((part) => part.incremental ?? [])).toMatchObject([
      { data: { last4: null }, errors: [{ message: 'no card' }] },
    ]);
  });

  it('leaves its error with the first answer when its null has reached the object', async () => {
    const answer = await askInParts('{ payment(id: "1") { card { ... @defer { expiry } } } }');
    expect(answer).toMatchObject({
      kind: 'single',
      result: { data: { payment: { card: null } }, errors: [{ message: 'no expiry' }] },
    });
  });

  it.each([
    [
      'is switched off by a variable',
      'query ($d: Boolean!) { payment(id: "1") { id ... @defer(if: $d) { status } } }',
    ],
    ['stands on nothing', '{ payments { id ... @skip(if: true) @defer { status } } }'],
  ])('that %s is no reason for parts', async (_name, query) => {
    expect(await askInParts(query, { d: false })).toMatchObject({ kind: 'single' });
  });

  it('at the root of a mutation is answered with the rest', async () => {
    expect(await askInParts('mutation { ... @defer { pay { id } } }')).toEqual({
      kind: 'single',
      result: { data: { pay: { id: '1' } } },
    });
  });

  it('is answered with the rest to a client that takes no parts', async () => {
    gate.resolve();
    const answer = await federation.ask(
      '{ payment(id: "1") { status ... @defer(label: "later") { risk } } }',
    );
    expect(answer).toEqual({ data: { payment: { status: 'PAID', risk: 10 } }, errors: [] });
  });

  it('holds what the caller is denied back in its part, and asks nobody for it', async () => {
    const gatesOf = (): FieldGates => ({
      gateOf: () => ({
        key: 'no risk',
        denialOf: (type, field) => (`${type}.${field}` === 'Payment.risk' ? 'FORBIDDEN' : null),
      }),
    });
    const guarded = await federate(subgraphs, 'compiled', { gatesOf });
    const { rest } = await incremental(
      '{ payments { id ... @defer { risk status } } }',
      {},
      guarded,
    );
    const [part] = await all(rest);
    await guarded.stop();
    expect(part?.incremental).toMatchObject([
      { data: { risk: null, status: 'PAID' }, errors: [{ path: ['payments', 0, 'risk'] }] },
      { data: { risk: null, status: 'OPEN' }, errors: [{ path: ['payments', 1, 'risk'] }] },
    ]);
    expect(guarded.calls.map(({ query }) => query).join()).not.toContain('risk');
  });

  it('may hold all of a query, and hold another one', async () => {
    const { first, rest } = await incremental(
      '{ ... @defer(label: "all") { payments { id ... @defer(label: "more") { status } } } }',
    );
    expect(first.data).toEqual({});
    const parts = (await all(rest)).flatMap((part) => part.incremental ?? []);
    expect(parts).toEqual([
      { label: 'all', path: [], data: { payments: [{ id: '1' }, { id: '2' }] } },
      { label: 'more', path: ['payments', 0], data: { status: 'PAID' } },
      { label: 'more', path: ['payments', 1], data: { status: 'OPEN' } },
    ]);
  });
});

/** The first subgraph knows an animal by its interface alone. */
const zoo: Record<string, SubgraphParts> = {
  visits: {
    typeDefs: `
      type Query { visited: Animal! }
      type Animal @key(fields: "id") @interfaceObject { id: ID! at: Int }`,
    resolvers: { Query: { visited: () => ({ id: 'a1', at: 9 }) } },
  },
  animals: {
    typeDefs: `
      interface Animal @key(fields: "id") { id: ID! }
      type Ant implements Animal @key(fields: "id") { id: ID! legs: Int }
      type Bee implements Animal @key(fields: "id") { id: ID! wings: Int }`,
    resolvers: {
      Animal: {
        __resolveReference: async ({ id }: Ref) => {
          await gate.promise;
          return { __typename: 'Ant', id };
        },
      },
      Ant: { legs: () => 6 },
    },
  },
};

// All of the first answer was null, with an error that told of an invalid value.
it.each([
  ['of its own type', '... on Ant { legs }', { legs: 6 }],
  ['of another type', '... on Bee { wings }', {}],
])('a deferred fragment may come to an object before its type does: %s', async (_, inner, data) => {
  const federation = await federate(zoo, 'compiled');
  const query = `{ visited { at ... on Animal @defer { ${inner} } } }`;
  const { first, rest } = await incremental(query, {}, federation);
  expect(first).toEqual({ data: { visited: { at: 9 } }, hasNext: true });
  gate.resolve();
  const parts = await all(rest);
  await federation.stop();
  expect(parts).toEqual([{ incremental: [{ path: ['visited'], data }], hasNext: false }]);
});
