import { expect, it } from '@jest/globals';
import { askBoth, federate, type SubgraphParts } from './federation.ts';

/**
 * Apollo's planner forgets for which object types a field was selected when it is asked of a subgraph that knows their interface as one
 * object.
 */

type Ref = { readonly id: string };

const isAnt = ({ id }: Ref) => id.startsWith('a');
const unlessAnt = (value: unknown) => (animal: Ref) => {
  if (isAnt(animal)) throw new Error('not of an ant');
  return value;
};
const animals = ['a1', 'b2', 'a3'].map((id) => ({ __typename: isAnt({ id }) ? 'Ant' : 'Bee', id }));
const reference = async (animal: object) => animal;

const zoo: SubgraphParts = {
  typeDefs: `
    type Query { animals: [Animal] named: [Named] }
    interface Named { name: String }
    interface Animal @key(fields: "id") { id: ID! }
    type Ant implements Animal & Named @key(fields: "id") { id: ID! name: String }
    type Bee implements Animal & Named @key(fields: "id") {
      id: ID!
      name: String
      shy: String!
      home: String! @external
      address: String @requires(fields: "home")
    }
    type Stone implements Named { name: String }`,
  resolvers: {
    Query: { animals: () => animals, named: () => [...animals, { __typename: 'Stone' }] },
    Animal: { __resolveReference: async ({ id }: Ref) => animals.find((one) => one.id === id) },
    Bee: { __resolveReference: reference, address: ({ home }: { home: string }) => `the ${home}` },
  },
};

const visits: SubgraphParts = {
  typeDefs: `
    type Animal @key(fields: "id") @interfaceObject {
      id: ID!
      home: String! @shareable
      mood(at: Int): Int
      luck: Int
      diary: Diary
      friend: Animal
      swarm: Animal
      guests(first: Int): [Animal!]
    }
    type Diary { pages: Int words: Int }`,
  resolvers: {
    Animal: {
      __resolveReference: reference,
      home: unlessAnt('hive'),
      mood: (_: Ref, { at = 7 }: { at?: number }) => at,
      luck: () => 13,
      diary: (animal: Ref) => ({ pages: 5, words: () => unlessAnt(9)(animal) }),
      friend: ({ id }: Ref) => ({ id: isAnt({ id }) ? 'b2' : 'a1' }),
      swarm: unlessAnt({ id: 'b2' }),
      guests: (_: Ref, { first }: { first: number }) =>
        animals.slice(0, first).map(({ id }) => ({ id })),
    },
  },
};

const watch: SubgraphParts = {
  typeDefs: `
    type Query { seen: [Animal] }
    type Animal @key(fields: "id") @interfaceObject { id: ID! }`,
  resolvers: { Query: { seen: () => animals.map(({ id }) => ({ id })) } },
};

const farm = { zoo, visits, watch };

it.each([
  // It was null for ants, with the error of a home for which nobody asked.
  [
    'one that can’t be null',
    '{ animals { ... on Bee { home } mood } }',
    [{ mood: 7 }, { home: 'hive', mood: 7 }, { mood: 7 }],
  ],
  [
    'one of several interfaces',
    '{ named { ... on Animal { mood } ... on Bee { home } } }',
    [{ mood: 7 }, { mood: 7, home: 'hive' }, { mood: 7 }, {}],
  ],
  // The error was told, though it was at nothing in the answer.
  [
    'one below a field of all types',
    '{ animals { diary { pages } ... on Bee { diary { words } } } }',
    [{ diary: { pages: 5 } }, { diary: { pages: 5, words: 9 } }, { diary: { pages: 5 } }],
  ],
  [
    'one below a field, in which its subgraph leads on',
    '{ animals { ... on Bee { friend { mood } } ... on Ant { friend { home } } } }',
    [{ friend: { home: 'hive' } }, { friend: { mood: 7 } }, { friend: { home: 'hive' } }],
  ],
  [
    'one to whose objects another fetch leads',
    '{ seen { mood ... on Bee { swarm { __typename } } } }',
    [{ mood: 7 }, { mood: 7, swarm: { __typename: 'Bee' } }, { mood: 7 }],
  ],
  [
    'one of another subgraph, below an object of some types',
    '{ seen { friend { id } ... on Bee { friend { ... on Bee { shy } } } } }',
    [{ friend: { id: 'b2' } }, { friend: { id: 'a1' } }, { friend: { id: 'b2' } }],
  ],
  [
    'one that another subgraph’s field requires',
    '{ animals { ... on Bee { address } mood } }',
    [{ mood: 7 }, { address: 'the hive', mood: 7 }, { mood: 7 }],
  ],
  [
    'one of objects whose type another subgraph must tell first',
    '{ seen { mood ... on Bee { home } } }',
    [{ mood: 7 }, { mood: 7, home: 'hive' }, { mood: 7 }],
  ],
])('asks for a field of some types for these alone: %s', async (_, query, expected) => {
  const { stock, compiled } = await askBoth(farm, query);
  expect(Object.values(compiled.data ?? {})).toEqual([expected]);
  expect(compiled.errors).toEqual([]);
  expect(stock.errors).not.toEqual([]);
});

// The planner kept one of them, and gave its value to both.
it.each([
  ['arguments', '... on Ant { m: mood(at: 1) } ... on Bee { m: mood(at: 2) }', [1, 2, 1]],
  ['fields', '... on Ant { m: mood(at: 3) } ... on Bee { m: luck }', [3, 13, 3]],
])('keeps values apart that have one name on two types: %s', async (_, fields, expected) => {
  const federation = await federate(farm, 'compiled');
  const answered = await federation.ask(`{ animals { ${fields} } }`).finally(federation.stop);
  expect(answered).toEqual({ data: { animals: expected.map((m) => ({ m })) }, errors: [] });
});

it('asks in one request, for each type with the variables of its fields', async () => {
  const federation = await federate(farm, 'compiled');
  const query = `query($at: Int, $first: Int) {
    animals { ... on Ant { mood(at: $at) } ... on Bee { guests(first: $first) { mood } } }
  }`;
  const variables = { at: 4, first: 1 };
  const { data } = await federation.ask(query, { variables }).finally(federation.stop);
  expect(data).toEqual({
    animals: [{ mood: 4 }, { guests: [{ mood: 7 }] }, { mood: 4 }],
  });
  expect(federation.calls.map(({ subgraph }) => subgraph)).toEqual(['zoo', 'visits']);
});

it('does not split what is wanted of every type alike', async () => {
  const federation = await federate(farm, 'compiled');
  const query = '{ animals { mood ... on Bee { name } } }';
  await federation.ask(query).finally(federation.stop);
  expect(federation.calls.at(-1)?.query).not.toContain('_entities_1');
});

// It was null, as nobody had asked of which type each is, and so whether anything of it is denied.
it('tells what is denied of some types of these alone', async () => {
  const gatesOf = () => ({
    gateOf: () => ({
      key: '',
      denialOf: (type: string, field: string) =>
        type === 'Bee' && field === 'luck' ? ('FORBIDDEN' as const) : null,
    }),
  });
  const federation = await federate(farm, 'compiled', { gatesOf });
  const query = '{ seen { mood ... on Bee { luck } } }';
  const { data, errors } = await federation.ask(query).finally(federation.stop);
  expect(data).toEqual({ seen: [{ mood: 7 }, { mood: 7, luck: null }, { mood: 7 }] });
  expect(errors.map(({ path }) => path)).toEqual([['seen', 1, 'luck']]);
});
