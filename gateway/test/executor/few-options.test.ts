import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { getOperationAST, OperationTypeNode, parse } from 'graphql';
import { withFewOptions } from '../../src/executor/few-options.ts';
import { readManifests } from '../../src/persisted/manifest.ts';
import { plannableSupergraph } from '../../src/supergraph/plannable-supergraph.ts';
import { plannerConfig } from '../../src/supergraph/planner-config.ts';
import { composed, federate, type SubgraphParts } from './federation.ts';

const rooms = ['a', 'b', 'c', 'd'] as const;
const depth = 9;
const fields = rooms.map((room) => `${room}: String @shareable`).join(' ');
const animal = { id: '1' };
const Animal = {
  __resolveReference: async () => animal,
  friend: () => animal,
  ...Object.fromEntries(rooms.map((room) => [room, () => room])),
};

/** Any of four rooms leads from an animal to its friend, so there are so many ways more with each friend: 4 ^ 9 in the end. */
const friends: Readonly<Record<string, SubgraphParts>> = {
  zoo: {
    typeDefs: `type Query { animal: Animal }
      interface Animal @key(fields: "id") { id: ID! }
      type Ant implements Animal @key(fields: "id") { id: ID! shy: Boolean }`,
    resolvers: {
      Query: { animal: () => ({ __typename: 'Ant', ...animal }) },
      Animal: { __resolveReference: async () => ({ __typename: 'Ant', ...animal }) },
      Ant: { __resolveReference: async () => animal, shy: () => false },
    },
  },
  ...Object.fromEntries(
    rooms.map((room) => [
      room,
      {
        typeDefs: `type Animal @key(fields: "id") @interfaceObject {
          id: ID! friend: Animal @shareable own_${room}: Int ${fields}
        }`,
        resolvers: { Animal: { ...Animal, [`own_${room}`]: () => 1 } },
      },
    ]),
  ),
};

const wanted = rooms.map((room) => `own_${room}`).join(' ');
const nested = (levels: number): string =>
  levels === 0 ? `${wanted} ... on Ant { shy }` : `friend { ${nested(levels - 1)} }`;
const nestedValue = (levels: number): object =>
  levels === 0
    ? { own_a: 1, own_b: 1, own_c: 1, own_d: 1, shy: false }
    : { friend: nestedValue(levels - 1) };

it('plans and answers what has very many ways through subgraphs that know an interface as an object', async () => {
  const federation = await federate(friends, 'compiled');
  const answered = await federation.ask(`{ animal { ${nested(depth)} } }`).finally(federation.stop);
  expect(answered).toEqual({ data: { animal: nestedValue(depth) }, errors: [] });
});

const here = `${import.meta.dirname}/../..`;
const screens = [...readManifests([`${here}/persisted-operations.json`]).values()]
  .map(({ body }) => parse(body))
  .filter((document) => getOperationAST(document)?.operation !== OperationTypeNode.SUBSCRIPTION);

it('plans the web app’s operations as Apollo does that weighs all ways and plans', () => {
  const text = readFileSync(`${here}/supergraph.graphql`, 'utf8');
  const supergraph = Supergraph.build(plannableSupergraph(text));
  const operations = screens.map((document) =>
    operationFromDocument(supergraph.apiSchema(), document),
  );
  const ours = new QueryPlanner(supergraph, plannerConfig);
  const patient = new QueryPlanner(supergraph, { ...plannerConfig, debug: {} });
  for (const operation of operations) {
    const plan = withFewOptions(() => ours.buildQueryPlan(operation));
    expect(plan).toEqual(patient.buildQueryPlan(operation));
  }
  expect(operations.length).toBeGreaterThan(30);
});

it.each([
  ['all ways, where some were left out', 3, ['few', 'all']],
  ['nothing else, where none were', 0, ['few']],
])('tries, when a plan can’t be made, %s', (_, levels, expected) => {
  const supergraph = Supergraph.build(plannableSupergraph(composed(friends)));
  const planner = new QueryPlanner(supergraph, plannerConfig);
  const document = parse(`{ animal { ${nested(levels)} } }`);
  const operation = operationFromDocument(supergraph.apiSchema(), document);
  const tried: string[] = [];
  const failing = () => {
    planner.buildQueryPlan(operation);
    tried.push(tried.length === 0 ? 'few' : 'all');
    throw new Error('no way');
  };
  expect(() => withFewOptions(failing)).toThrow('no way');
  expect(tried).toEqual(expected);
});
