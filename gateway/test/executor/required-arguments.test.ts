import { describe, expect, it } from '@jest/globals';
import { askBoth, type SubgraphParts } from './federation.ts';

type Ref = { readonly id: string };

const inCurrency: Record<string, number> = { EUR: 0, USD: 2, GBP: 3 };

/** A shop that needs the prices of another subgraph in given currencies, and the newest of its comments. */
const shop: Record<string, SubgraphParts> = {
  catalogue: {
    typeDefs: `
      type Query { product: Product products: [Product!]! }
      type Product @key(fields: "id") {
        id: ID!
        price(currency: String = "GBP"): Int
        comments(limit: Int!): [Comment!]!
      }
      type Comment { text: String }`,
    resolvers: {
      Query: { product: () => ({ id: '1' }), products: () => [{ id: '1' }, { id: '2' }] },
      Product: {
        __resolveReference: async ({ id }: Ref) => ({ id }),
        price: (_: unknown, { currency }: { currency: string }) => inCurrency[currency],
        comments: ({ id }: Ref, { limit }: { limit: number }) =>
          Array.from({ length: limit }, (_, index) => ({ text: `${id}.${index}` })),
      },
    },
  },
  shipping: {
    typeDefs: `
      type Product @key(fields: "id") {
        id: ID!
        price(currency: String = "GBP"): Int @external
        comments(limit: Int!): [Comment!]! @external
        inEuros: String @requires(fields: "price(currency: \\"EUR\\")")
        inDollars: String @requires(fields: "price(currency: \\"USD\\")")
        inPlain: String @requires(fields: "price")
        talk: String @requires(fields: "comments(limit: 3) { text }")
        weight: Int
      }
      type Comment { text: String @external }`,
    resolvers: {
      Product: {
        __resolveReference: async (reference: object) => reference,
        inEuros: ({ price }: { price: number }) => `EUR ${price}`,
        inDollars: ({ price }: { price: number }) => `USD ${price}`,
        inPlain: ({ price }: { price: number }) => `plain ${price}`,
        talk: ({ comments }: { comments: { text: string }[] }) =>
          comments.map(({ text }) => text).join(' '),
        weight: () => 7,
      },
    },
  },
};

/** Another subgraph that needs the same price, in a currency of its own. */
const customs: SubgraphParts = {
  typeDefs: `
    type Product @key(fields: "id") {
      id: ID!
      price(currency: String = "GBP"): Int @external
      declared: String @requires(fields: "price(currency: \\"GBP\\")")
    }`,
  resolvers: {
    Product: {
      __resolveReference: async (reference: object) => reference,
      declared: ({ price }: { price: number }) => `GBP ${price}`,
    },
  },
};

describe('arguments inside @requires', () => {
  it.each([
    [
      'beside the client’s own arguments',
      '{ product { comments(limit: 1) { text } talk } }',
      { comments: [{ text: '1.0' }], talk: '1.0 1.1 1.2' },
    ],
    [
      'under the client’s alias',
      '{ product { own: comments(limit: 2) { text } talk } }',
      { own: [{ text: '1.0' }, { text: '1.1' }], talk: '1.0 1.1 1.2' },
    ],
    ['by themselves', '{ product { talk } }', { talk: '1.0 1.1 1.2' }],
  ])('are kept %s', async (_name, query, product) => {
    const { compiled } = await askBoth(shop, query);
    expect(compiled).toEqual({ data: { product }, errors: [] });
  });

  it('show a wrong value on the stock executor, and say nothing of it', async () => {
    const query = '{ product { comments(limit: 1) { text } talk } }';
    const { stock } = await askBoth(shop, query);
    expect(stock).toEqual({
      data: { product: { comments: [{ text: '1.0' }], talk: '1.0' } },
      errors: [],
    });
  });

  it('may differ between fields of one type: each gets its own value, 0 too', async () => {
    const query = '{ product { inEuros inDollars inPlain weight price } }';
    const { stock, compiled } = await askBoth(shop, query);
    expect(stock.data).not.toEqual(compiled.data);
    expect(compiled).toEqual({
      data: {
        product: {
          inEuros: 'EUR 0',
          inDollars: 'USD 2',
          inPlain: 'plain 3',
          weight: 7,
          price: 3,
        },
      },
      errors: [],
    });
  });

  it('may differ between subgraphs, which don’t name as another’s what only the other requires', async () => {
    const { compiled } = await askBoth({ ...shop, customs }, '{ product { declared inDollars } }');
    expect(compiled).toEqual({
      data: { product: { declared: 'GBP 3', inDollars: 'USD 2' } },
      errors: [],
    });
  });

  it('hide nothing from clients and show them nothing', async () => {
    const { compiled } = await askBoth(shop, '{ __type(name: "Product") { fields { name } } }');
    expect(JSON.stringify(compiled.data)).not.toContain('_required');
  });

  it('are asked for in one request', async () => {
    const { compiled } = await askBoth(shop, '{ products { inEuros inDollars } }');
    expect(compiled.data).toEqual({
      products: [
        { inEuros: 'EUR 0', inDollars: 'USD 2' },
        { inEuros: 'EUR 0', inDollars: 'USD 2' },
      ],
    });
  });
});
