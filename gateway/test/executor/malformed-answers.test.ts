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

/** An executor whose second subgraph answers nonsense. */
async function withAnswers(thing: unknown, entities: unknown) {
  const federation = await federate(subgraphs, 'compiled');
  const supergraph = readLoadedSupergraph(federation.gateway);
  await federation.stop();
  const answers = { first: thing, second: entities };
  return createCompiledExecutor({
    supergraph,
    source: async ({ subgraph }) =>
      structuredClone(subgraph === 'first' ? answers.first : answers.second) as SubgraphResult,
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
  const answer: IncrementalAnswer = await executor.executeIncrementally(request(query));
  if (answer.kind === 'single') throw new Error('It comes in parts');
  expect(answer.initialResult.data).toEqual({ thing: { id: '1' } });
  const parts = [];
  for await (const part of answer.subsequentResults) parts.push(part);
  expect(parts).toMatchObject([{ incremental: [{ data: { size: null } }], hasNext: false }]);
  expect(parts[0]?.incremental?.[0]?.errors).toHaveLength(1);
});
