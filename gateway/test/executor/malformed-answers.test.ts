import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { createCompiledExecutor } from '../../src/executor/compiled-executor.ts';
import type { IncrementalAnswer } from '../../src/executor/incremental.ts';
import type { GatewayContext } from '../../src/request-context.ts';
import { readLoadedSupergraph } from '../../src/supergraph/loaded-supergraph.ts';
import type { SubgraphResult } from '../../src/transports/subgraph-source.ts';
import { federate } from './federation.ts';

const subgraphs = {
  first: {
    typeDefs:
      'type Query { thing: Thing others: [Thing] } type Thing @key(fields: "id") { id: ID! }',
  },
  second: { typeDefs: 'type Thing @key(fields: "id") { id: ID! size: Int }' },
};
const context: Partial<GatewayContext> = { viewer: { kind: 'anonymous' } };

/** An executor whose subgraphs answer nonsense. */
const withAnswers = (thing: unknown, entities: unknown) => withSecond(thing, async () => entities);

async function withSecond(thing: unknown, entities: () => Promise<unknown>) {
  const federation = await federate(subgraphs, 'compiled');
  const supergraph = readLoadedSupergraph(federation.gateway);
  await federation.stop();
  return createCompiledExecutor({
    supergraph,
    source: async ({ subgraph }) =>
      structuredClone(subgraph === 'first' ? thing : await entities()) as SubgraphResult,
  });
}

const good = { data: { thing: { __typename: 'Thing', id: '1' } } };
const request = (query: string) => ({
  document: parse(query),
  queryHash: query,
  operationName: undefined,
  variables: {},
  context: context as GatewayContext,
});

it.each([
  ['a number for a list', { data: { _entities: 5 } }],
  ['a list that is too long', { data: { _entities: [{ size: 1 }, { size: 2 }] } }],
  ['errors that are no list', { data: null, errors: 7 }],
  ['errors that are no errors', { data: null, errors: [null, 'no', { path: [{}], message: 3 }] }],
])('takes %s for an error, and answers what it has', async (_name, entities) => {
  const executor = await withAnswers(good, entities);
  const { data, errors = [] } = await executor.execute(request('{ thing { id size } }'));
  expect(data).toEqual({ thing: { id: '1', size: null } });
  expect(errors.length).toBeGreaterThan(0);
});

it.each([
  ['a text for an object', { data: { thing: 'no object' } }, '{ thing { id } }'],
  ['an object for a list', { data: { others: { id: '1' } } }, '{ others { id } }'],
  [
    'a type that isn’t there',
    { data: { thing: { __typename: 'No', id: '1' } } },
    '{ thing { id } }',
  ],
  [
    'a number out of range',
    { data: { thing: { __typename: 'Thing', id: 1.5 } } },
    '{ thing { id } }',
  ],
])('takes %s for an error at its place', async (_name, thing, query) => {
  const executor = await withAnswers(thing, good);
  const { data, errors = [] } = await executor.execute(request(query));
  expect(Object.values(data ?? {})).toEqual([null]);
  expect(errors).toHaveLength(1);
  expect(errors[0]?.path?.[0]).toBe(query.slice(2, 7) === 'other' ? 'others' : 'thing');
});

it('goes on with the other parts when a deferred one is nonsense', async () => {
  const executor = await withAnswers(good, { data: null, errors: 7 });
  const query = '{ thing { id ... @defer { size } } }';
  const { first, parts } = await inParts(await executor.executeIncrementally(request(query)));
  expect(first).toEqual({ thing: { id: '1' } });
  expect(parts).toMatchObject([{ data: { size: null } }]);
  expect(parts[0]?.errors).toHaveLength(1);
});

// The part whose own call was lost had a null of which nothing told.
it('tells in each part why it has a null that came with another', async () => {
  const failed = {
    data: { _entities: [{ size: null }] },
    errors: [{ message: 'no size', path: ['_entities', 0, 'size'] }],
  };
  let calls = 0;
  const executor = await withSecond(good, async () => {
    calls += 1;
    if (calls === 1) return failed;
    await nextTurn(); // That has come.
    throw new Error('no answer');
  });
  const query = '{ thing { id ... @defer { size } ... @defer { size } } }';
  const { parts } = await inParts(await executor.executeIncrementally(request(query)));
  const told = { data: { size: null }, errors: [{ message: 'no size', path: ['thing', 'size'] }] };
  expect(parts).toMatchObject([told, told]);
});

async function inParts(answer: IncrementalAnswer) {
  if (answer.kind === 'single') throw new Error('It comes in parts');
  const parts = [];
  for await (const { incremental = [] } of answer.subsequentResults) parts.push(...incremental);
  return { first: answer.initialResult.data, parts };
}
