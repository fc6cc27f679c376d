import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import {
  createCompiledExecutor,
  type CompiledExecutor,
} from '../../src/executor/compiled-executor.ts';
import type { GatewayContext } from '../../src/request-context.ts';
import {
  readLoadedSupergraph,
  type LoadedSupergraph,
} from '../../src/supergraph/loaded-supergraph.ts';
import { federate, type Federation } from './federation.ts';

const context: Partial<GatewayContext> = { viewer: { kind: 'anonymous' } };

/** How often the planner was asked. */
let plans = 0;
let executor: CompiledExecutor;
let federation: Federation;
beforeEach(async () => {
  plans = 0;
  const typeDefs = 'type Query { a: Int b: Int c(x: Int): Int }';
  federation = await federate({ one: { typeDefs } }, 'compiled');
  const supergraph: LoadedSupergraph = readLoadedSupergraph(federation.gateway);
  const { planner } = supergraph;
  const plan = planner.buildQueryPlan.bind(planner);
  planner.buildQueryPlan = (operation, options) => {
    plans++;
    return plan(operation, options);
  };
  executor = createCompiledExecutor({
    supergraph,
    maxOperations: 2,
    source: async ({ variables }) => ({ data: { a: 1, b: 2, c: variables['x'] ?? null } }),
  });
});
afterEach(() => federation.stop());

const ask = (query: string, variables: Record<string, unknown> = {}, operationName?: string) =>
  executor.execute({
    document: parse(query),
    queryHash: query,
    operationName,
    variables,
    context: context as GatewayContext,
  });

it('plans an operation once, also when it comes many times at the same moment', async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => ask('{ a }')));
  expect(answers).toEqual(answers.map(() => ({ data: { a: 1 } })));
  expect(plans).toBe(1);
});

it('plans for what @skip and @include make of it, not for other variables', async () => {
  const query = 'query ($s: Boolean! = true, $x: Int) { a @skip(if: $s) b c(x: $x) }';
  expect(await ask(query, { x: 0 })).toEqual({ data: { b: 2, c: 0 } });
  expect(await ask(query, { x: 5, s: true })).toEqual({ data: { b: 2, c: 5 } });
  expect(plans).toBe(1);
  expect(await ask(query, { s: false })).toEqual({ data: { a: 1, b: 2, c: null } });
  expect(plans).toBe(2);
});

it('tells the operations of one text apart', async () => {
  const query = 'query A { a } query B { b }';
  expect(await ask(query, {}, 'A')).toEqual({ data: { a: 1 } });
  expect(await ask(query, {}, 'B')).toEqual({ data: { b: 2 } });
});

it('keeps the latest, and no more of them than it was told', async () => {
  for (const query of ['{ a }', '{ b }', '{ a b }', '{ a b }', '{ b }']) await ask(query);
  expect(plans).toBe(3);
  await ask('{ a }');
  expect(plans).toBe(4);
});

it('asks nobody about an operation whose variables are not good', async () => {
  const { data, errors } = await ask('query ($x: Int!) { c(x: $x) }', { x: 'no number' });
  expect(data).toBeUndefined();
  expect(errors).toHaveLength(1);
  expect(plans).toBe(0);
});

it('tells of some fifty bad values, not of each in a list of thousands', async () => {
  const { errors } = await ask('query ($x: [Int!]) { a }', { x: Array(5_000).fill('no number') });
  expect(errors).toHaveLength(51);
  expect(errors?.at(-1)?.message).toContain('limit reached');
});
