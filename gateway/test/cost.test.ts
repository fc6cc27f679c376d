import { composeServices } from '@apollo/composition';
import { describe, expect, it } from '@jest/globals';
import { getOperationAST, GraphQLError, parse } from 'graphql';
import { createCostModel } from '../src/cost/cost-model.ts';

/** Composes one subgraph, so that the directives stand in the supergraph as they do in the house. */
function modelOf(sdl: string) {
  const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.12", import: ["@cost", "@listSize"])`;
  const { supergraphSdl, errors } = composeServices([{ name: 'a', typeDefs: parse(link + sdl) }]);
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('\n'));
  const model = createCostModel(supergraphSdl);
  return (query: string, variables: Record<string, unknown> = {}) => {
    const document = parse(query);
    const operation = getOperationAST(document);
    if (!operation) throw new Error('the test has one operation');
    const estimate = model.estimate({ document, operation, variables });
    if (estimate instanceof GraphQLError) throw estimate;
    return estimate;
  };
}

describe('the estimate', () => {
  const weigh = modelOf(`
    type User { name: String age: Int @cost(weight: 2) friends(first: Int): [User] @listSize(assumedSize: 4, slicingArguments: ["first"], requireOneSlicingArgument: false) }
    type Query {
      users(max: Int): [User] @listSize(slicingArguments: ["max"])
      book: Book
      bestsellers: [Book] @listSize(assumedSize: 5)
      tags: [String]
      matrix: [[User]] @listSize(assumedSize: 3)
      page(first: Int = 50, after: String): UserConnection
        @listSize(slicingArguments: ["first"], sizedFields: ["edges"])
      pet: Pet
      node: Node
      search(text: String @cost(weight: 7)): Int @cost(weight: 3)
    }
    type Mutation { change(input: ChangeInput): User import: User @cost(weight: 200) }
    type Subscription { changed: User }
    input ChangeInput { name: String lines: [LineInput!] secret: String @cost(weight: 5) }
    input LineInput { text: String }
    type UserConnection { edges: [UserEdge] total: Int }
    type UserEdge { node: User }
    type Book { title: String author: Author publisher: Publisher }
    type Author { name: String }
    type Publisher { name: String address: Address }
    type Address @cost(weight: 5) { zipCode: Int! }
    interface Node { name: String }
    type Cat implements Node { name: String kittens: [Cat] @listSize(assumedSize: 6) }
    type Dog implements Node @cost(weight: 4) { name: String owner: User }
    union Pet = Cat | Dog
  `);
  const costs = (query: string, variables?: Record<string, unknown>) =>
    weigh(query, variables).estimated;

  const known: readonly [string, number, Record<string, unknown>?][] = [
    // The specification's example: five users with a field of weight two each: 5 × (1 + 2).
    ['{ users(max: 5) { age } }', 15],
    // A book, its author, its publisher, and an address of weight five: 1 + 1 + 1 + 5.
    ['{ book { title author { name } publisher { name address { zipCode } } } }', 8],
    // The same five times.
    ['{ bestsellers { title author { name } publisher { name address { zipCode } } } }', 40],
    // Values cost nothing, also many of them; typenames never.
    ['{ tags book { title __typename } }', 1],
    // Nested lists multiply: 5 × (1 + 4 × (1 + 2 × 1)).
    ['{ users(max: 5) { friends { friends(first: 2) { name } } } }', 65],
    // A list of lists: three, of ten each.
    ['{ matrix { name } }', 30],
    // A connection is one object; its edges are as many as were asked for: 1 + 3 × (1 + 1).
    ['query ($n: Int) { page(first: $n) { total edges { node { name } } } }', 7, { n: 3 }],
    // The schema's default counts when nothing is given, the operation's own before it.
    ['query ($n: Int) { page(first: $n) { edges { node { name } } } }', 101],
    ['query ($n: Int = 2) { page(first: $n) { edges { node { name } } } }', 5],
    // A negative page is none.
    ['{ users(max: -5) { age } }', 0],
    // Of what a union or interface can give, the dearest: a cat with six kittens (1 + 6), or a dog with its owner (4 + 1).
    ['{ pet { ... on Cat { kittens { name } } ... on Dog { owner { name } } } }', 7],
    ['{ pet { ... on Cat { name } ... on Dog { owner { name } } } }', 5],
    ['{ node { name } }', 4],
    // One response name counts once, through whatever fragments; an alias is another.
    [
      '{ book { title } ...F ... { book { author { name } } } } fragment F on Query { book { title } }',
      2,
    ],
    ['{ book { title } again: book { title } }', 2],
    // The arguments once, the field once: 7 + 3.
    ['{ search(text: "x") }', 10],
    // Ten for a mutation, unless it says otherwise; its input: one, one a line, five for the secret.
    ['mutation { change { name } }', 10],
    [
      'mutation { change(input: { name: "a", lines: [{ text: "1" }, { text: "2" }] }) { name } }',
      13,
    ],
    ['mutation ($i: ChangeInput) { change(input: $i) { name } }', 16, { i: { secret: 'x' } }],
    ['mutation { import { name } again: change { friends(first: 3) { name } } }', 213],
    ['subscription { changed { name } }', 1],
    // Introspection has a price of its own, however deep.
    ['{ __schema { types { fields { type { ofType { name } } } } } }', 100],
  ];
  it.each(known.map(([query, cost, variables = {}]) => ({ query, cost, variables })))(
    'of $query is $cost',
    ({ query, cost, variables }) => {
      expect(costs(query, variables)).toBe(cost);
    },
  );

  it('leaves out what the variables leave out', () => {
    const query = `query ($deep: Boolean = true) {
      book { author @include(if: $deep) { name } publisher @skip(if: $deep) { address { zipCode } } ...F @skip(if: true) }
    } fragment F on Book { again: author { name } }`;
    expect(costs(query)).toBe(2);
    expect(costs(query, { deep: false })).toBe(7);
    expect(costs(query, { deep: true })).toBe(2);
  });

  it('wants the one slicing argument that the schema wants', () => {
    expect(() => costs('{ users { age } }')).toThrow('exactly one of max');
    expect(() => costs('query ($n: Int) { users(max: $n) { age } }', { n: null })).toThrow(
      'exactly one of max',
    );
  });

  it.each([1.5, 1e300, -1e300, 2 ** 31, '3', true])(
    'takes %p, which is no length, for none given: it is refused when the variables are read',
    (n) => {
      expect(
        costs('query ($n: Int) { users(max: 5) { friends(first: $n) { name } } }', { n }),
      ).toBe(5 * (1 + 4));
    },
  );

  it('refuses what spreads over so many types that weighing it would cost more than it is worth', () => {
    const types = Array.from({ length: 12 }, (_, i) => `type T${i} implements N { n: N m: N }`);
    const spread = modelOf(`interface N { n: N m: N } ${types.join(' ')} type Query { n: N }`);
    const nested = (depth: number): string =>
      depth === 0 ? 'n { __typename }' : `n { ${nested(depth - 1)} m { __typename } }`;
    expect(spread(`{ ${nested(1)} }`).estimated).toBeGreaterThan(2);
    expect(() => spread(`{ ${nested(8)} }`)).toThrow('spreads over too many types');
  });

  it('counts what came, when the answer is there', () => {
    const { estimated, actual } = weigh(
      '{ bestsellers { author { name } } pet { __typename ... on Cat { kittens { name } } } search(text: "x") }',
    );
    expect(estimated).toBe(5 * 2 + 7 + 10);
    const book = { author: { name: 'Ada' } };
    expect(
      actual({
        bestsellers: [book, { author: null }, null],
        pet: { __typename: 'Cat', kittens: [{ name: 'a' }, { name: 'b' }] },
        search: 1,
      }),
    ).toBe(2 + 1 + (1 + 2) + 10);
    expect(actual({ bestsellers: [], pet: { __typename: 'Dog' }, search: 1 })).toBe(4 + 10);
    expect(actual(null)).toBe(0);
  });
});
