import { expect, it } from '@jest/globals';
import { federate, type SubgraphParts } from './federation.ts';

/** What random worlds found, told small. The first lines of each say what was wrong. */

async function answerOf(subgraphs: Readonly<Record<string, SubgraphParts>>, query: string) {
  const federation = await federate(subgraphs, 'compiled');
  const { data, errors } = await federation.ask(query).finally(federation.stop);
  return { data, errors: errors.map(({ path, message }) => ({ path, message })) };
}

const animals: Readonly<Record<string, SubgraphParts>> = {
  zoo: {
    typeDefs: `
      interface Animal @key(fields: "id") { id: ID! }
      interface Named { name: String! }
      type Cat implements Animal & Named @key(fields: "id") { id: ID! name: String! }
      type Dog implements Animal & Named @key(fields: "id") { id: ID! name: String! }`,
    resolvers: {
      Animal: {
        __resolveReference: async ({ id }: { id: string }) => ({
          __typename: id === 'c' ? 'Cat' : 'Dog',
          id,
        }),
      },
      Cat: { name: () => 'Mia' },
      Dog: {
        name: () => {
          throw new Error('no name');
        },
      },
    },
  },
  visits: {
    typeDefs: `
      type Query { visited: [Animal] }
      type Animal @key(fields: "id") @interfaceObject { id: ID! }`,
    resolvers: { Query: { visited: () => [{ id: 'c' }] } },
  },
};

// The planner throws: "We should have an edge from Animal(visits) for __typename".
it('casts an interface that a subgraph knows as one object to another interface', async () => {
  const { data, errors } = await answerOf(animals, '{ visited { ... on Named { name } } }');
  expect({ data, errors }).toEqual({ data: { visited: [{ name: 'Mia' }] }, errors: [] });
});

// It was answered with an empty object, as if nothing had been selected on whatever it is.
it('gives null for an object whose type nobody could tell', async () => {
  const visits = { ...animals['visits'], typeDefs: animals['visits']?.typeDefs ?? '' };
  const dogs = { ...visits, resolvers: { Query: { visited: () => [{ id: 'd' }] } } };
  const { data, errors } = await answerOf(
    { ...animals, visits: dogs },
    '{ visited { ... on Dog { name } } }',
  );
  expect(data).toEqual({ visited: [null] });
  expect(errors).toEqual([{ path: ['visited', 0, 'name'], message: 'no name' }]);
});

// It was null, because a fragment on the type was written, of which nothing is selected.
it('gives an object whose type nobody asked for', async () => {
  const { data, errors } = await answerOf(
    animals,
    '{ visited { id ... on Dog { name @skip(if: true) } } }',
  );
  expect({ data, errors }).toEqual({ data: { visited: [{ id: 'c' }] }, errors: [] });
});

// It was told twice, once by each subgraph.
it('tells the error of a shared field once, when several subgraphs were asked for it', async () => {
  const fails = () => {
    throw new Error('no house');
  };
  const { data, errors } = await answerOf(
    {
      north: {
        typeDefs: `type Query { house: House @shareable } type House { roof: String }`,
        resolvers: { Query: { house: fails } },
      },
      south: {
        typeDefs: `type Query { house: House @shareable } type House { door: String }`,
        resolvers: { Query: { house: fails } },
      },
    },
    '{ house { roof door } }',
  );
  expect({ data, errors }).toEqual({
    data: { house: null },
    errors: [{ path: ['house'], message: 'no house' }],
  });
});

// The gateway did not start: "Field is marked @external but is not used", because the type has an interface that does not want it.
it('starts with a field that is only required with arguments, on a type with an interface', async () => {
  const { data, errors } = await answerOf(
    {
      shop: {
        typeDefs: `
          type Query { item: Item }
          type Item @key(fields: "id") { id: ID! price(in: String): Int }`,
        resolvers: {
          Query: { item: () => ({ id: '1' }) },
          Item: { __resolveReference: async (item: object) => item, price: () => 7 },
        },
      },
      post: {
        typeDefs: `
          interface Sent { parcel: String }
          type Item implements Sent @key(fields: "id") {
            id: ID!
            parcel: String
            price(in: String): Int @external
            postage: Int @requires(fields: "price(in: \\"EUR\\")")
          }`,
        resolvers: {
          Item: {
            __resolveReference: async (item: object) => item,
            postage: ({ price }: { price: number }) => price * 10,
          },
        },
      },
    },
    '{ item { postage } }',
  );
  expect({ data, errors }).toEqual({ data: { item: { postage: 70 } }, errors: [] });
});

// The third was run before the second: the planner puts equal fragments together.
it('runs mutations in the order in which they are written, in whatever fragments', async () => {
  const ran: number[] = [];
  const { data } = await answerOf(
    {
      till: {
        typeDefs: `type Query { x: Int } type Mutation { add(amount: Int!): Int }`,
        resolvers: {
          Mutation: { add: (_: unknown, { amount }: { amount: number }) => ran.push(amount) },
        },
      },
    },
    `mutation { ...First second: add(amount: 2) ...Third }
     fragment First on Mutation { first: add(amount: 1) }
     fragment Third on Mutation { third: add(amount: 3) }`,
  );
  expect(ran).toEqual([1, 2, 3]);
  expect(data).toEqual({ first: 1, second: 2, third: 3 });
});

// It was null, and nothing said why.
it('tells of a field that a subgraph left out without any error', async () => {
  const federation = await federate(animals, 'compiled', {
    answers: { visits: { data: null } },
  });
  const { data, errors } = await federation.ask('{ visited { id } }').finally(federation.stop);
  expect(data).toEqual({ visited: null });
  expect(errors).toMatchObject([{ path: ['visited'] }]);
});

// A client learns no more from an error for each of thousands.
it('tells of a hundred fields that a failed call left out, and not of more', async () => {
  const many = Array.from({ length: 70 }, (_, id) => ({ id }));
  const item = (fields: string) => `type Item @key(fields: "id") { id: ID! ${fields} }`;
  const federation = await federate(
    {
      shop: {
        typeDefs: `type Query { items: [Item!]! } ${item('')}`,
        resolvers: { Query: { items: () => many } },
      },
      stock: { typeDefs: item('inStock: Int shelf: String') },
    },
    'compiled',
    { down: ['stock'] },
  );
  const { data, errors } = await federation
    .ask('{ items { inStock shelf } }')
    .finally(federation.stop);
  expect(data).toEqual({ items: many.map(() => ({ inStock: null, shelf: null })) });
  expect(errors).toHaveLength(100);
});

const number = (from: string) => (thing: Readonly<Record<string, number | null>>) => {
  const value = thing[from];
  if (value === undefined || value === null) throw new Error(`no ${from}`);
  return value + 1;
};
const reference = async (thing: object) => thing;

// The planner asked "start" for `second` at once, without `first`: null, and an error, or whatever a subgraph makes of nothing.
it.each([
  ['by the subgraph that also begins', 'last'],
  ['by a subgraph of its own', 'first'],
])('requires what itself requires something that is given %s', async (_, owner) => {
  const first = { typeDefs: 'first: Int', resolvers: { first: () => 1 } };
  const own = (name: string) => (owner === name ? first : { typeDefs: '', resolvers: {} });
  const { data, errors } = await answerOf(
    {
      start: {
        typeDefs: `
          type Query { thing: Thing }
          type Thing @key(fields: "id") {
            id: ID!
            first: Int @external
            second: Int @requires(fields: "first")
          }`,
        resolvers: {
          Query: { thing: () => ({ id: '1' }) },
          Thing: { __resolveReference: reference, second: number('first') },
        },
      },
      first: {
        typeDefs: `type Thing @key(fields: "id") { id: ID! ${own('first').typeDefs} }`,
        resolvers: { Thing: { __resolveReference: reference, ...own('first').resolvers } },
      },
      last: {
        typeDefs: `type Thing @key(fields: "id") {
          id: ID!
          ${own('last').typeDefs}
          second: Int @external
          third: Int @requires(fields: "second")
        }`,
        resolvers: {
          Thing: {
            __resolveReference: reference,
            third: number('second'),
            ...own('last').resolvers,
          },
        },
      },
    },
    '{ thing { third } }',
  );
  expect({ data, errors }).toEqual({ data: { thing: { third: 3 } }, errors: [] });
});

// The whole of `size` stayed away, because what is required below it has its name.
it('hands on a required field that has the name of the one it is in', async () => {
  const { data, errors } = await answerOf(
    {
      shop: {
        typeDefs: `
          type Query { item: Item }
          type Size @shareable { size(in: String): Int }
          type Item @key(fields: "id") { id: ID! size: Size }`,
        resolvers: {
          Query: { item: () => ({ id: '1' }) },
          Item: { __resolveReference: reference, size: () => ({}) },
          Size: { size: (_: unknown, { in: unit }: { in: string }) => (unit === 'CM' ? 50 : 0) },
        },
      },
      post: {
        typeDefs: `
          type Size @shareable { size(in: String): Int }
          type Item @key(fields: "id") {
            id: ID!
            size: Size @external
            postage: Int @requires(fields: "size { size(in: \\"CM\\") }")
          }`,
        resolvers: {
          Item: {
            __resolveReference: reference,
            postage: ({ size }: { size: { size: number } }) => size.size * 2,
          },
        },
      },
    },
    '{ item { postage } }',
  );
  expect({ data, errors }).toEqual({ data: { item: { postage: 100 } }, errors: [] });
});

// It was told twice: where it failed, and as something that doesn't exist.
it('tells of an entity whose field failed at that field alone, also when another one was asked for first', async () => {
  const { data, errors } = await answerOf(
    {
      kennel: {
        typeDefs: `type Query { dogs: [Dog] } type Dog @key(fields: "id") { id: ID! }`,
        resolvers: { Query: { dogs: () => [{ id: 'd' }] } },
      },
      vet: {
        typeDefs: `type Dog @key(fields: "id") { id: ID! weight: Int! name: String! }`,
        resolvers: {
          Dog: {
            __resolveReference: async (dog: object) => dog,
            weight: () => 4,
            name: () => {
              throw new Error('no name');
            },
          },
        },
      },
    },
    '{ dogs { weight name } }',
  );
  expect(data).toEqual({ dogs: [null] });
  expect(errors).toEqual([{ path: ['dogs', 0, 'name'], message: 'no name' }]);
});

// The gateway did not start: "Interface field Named.label expected but Ant does not provide it".
it('starts where a hop leads to what implements an interface by a field that requires another', async () => {
  const byId = { __resolveReference: async (entity: object) => entity };
  const { data, errors } = await answerOf(
    {
      meadow: {
        typeDefs: `
          interface Named { label: String }
          type Ant implements Named @key(fields: "id") {
            id: ID!
            word: String @external
            label: String @requires(fields: "word")
          }
          type Bee @key(fields: "id") {
            id: ID!
            age: Int @external
            friend: Ant @requires(fields: "age")
          }
          type Query { bee: Bee }`,
        resolvers: {
          Query: { bee: () => ({ id: 'b' }) },
          Ant: { ...byId, label: ({ word }: { word: string }) => `the ${word}` },
          Bee: { ...byId, friend: ({ age }: { age: number }) => ({ id: `a${age}` }) },
        },
      },
      census: {
        typeDefs: `
          type Ant @key(fields: "id") { id: ID! word: String }
          type Bee @key(fields: "id") {
            id: ID!
            age: Int
            friend: Ant @external
            rank: String @requires(fields: "friend { id }")
          }`,
        resolvers: {
          Ant: { ...byId, word: () => 'ant' },
          Bee: {
            ...byId,
            age: () => 2,
            rank: ({ friend }: { friend: { id: string } }) => `with ${friend.id}`,
          },
        },
      },
    },
    '{ bee { rank friend { label } } }',
  );
  expect({ data, errors }).toEqual({
    data: { bee: { rank: 'with a2', friend: { label: 'the ant' } } },
    errors: [],
  });
});

// It was null, with an error: the planner took it that what the hop leads to is never of the type that the hop is in.
it('fetches what is selected on the type of a hop when that hop leads to it as an interface', async () => {
  const byId = { __resolveReference: async (entity: object) => entity };
  const { data, errors } = await answerOf(
    {
      meadow: {
        typeDefs: `
          interface Named { name: String }
          type Ant implements Named @key(fields: "id") {
            id: ID!
            name: String
            age: Int @external
            tie: Tie @requires(fields: "age")
          }
          type Bee implements Named { name: String }
          type Tie { years: Int @shareable to: Named }
          type Query { ant: Ant }`,
        resolvers: {
          Query: { ant: () => ({ id: 'a' }) },
          Ant: {
            ...byId,
            name: () => 'Ada',
            tie: ({ age }: { age: number }) => ({ to: { __typename: 'Ant', id: `a${age}` } }),
          },
        },
      },
      census: {
        typeDefs: `
          type Ant @key(fields: "id") {
            id: ID!
            age: Int
            size: Int
            tie: Tie @external
            rank: Int @requires(fields: "tie { years }")
          }
          type Tie { years: Int @shareable }`,
        resolvers: { Ant: { ...byId, age: () => 2, size: () => 3 } },
      },
    },
    '{ ant { tie { to { ... on Ant { name size } } } } }',
  );
  expect({ data, errors }).toEqual({
    data: { ant: { tie: { to: { name: 'Ada', size: 3 } } } },
    errors: [],
  });
});
