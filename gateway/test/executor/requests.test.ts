import { describe, expect, it } from '@jest/globals';
import { federate, type SubgraphParts } from './federation.ts';

const customers = ['1', '2', '3'].map((id) => ({ id, name: `customer ${id}` }));
const products = ['1', '2', '3', '4'].map((id) => ({ id, price: Number(id), weight: 10 }));
const orders = Array.from({ length: 8 }, (_, index) => ({
  id: `${index}`,
  customer: { id: `${(index % 3) + 1}` },
  product: { id: `${(index % 4) + 1}` },
}));

type Ref = { readonly id: string };
const log: string[] = [];

/** Four subgraphs that know of one another's entities in every direction. */
const shop: Record<string, SubgraphParts> = {
  customers: {
    typeDefs: `type Query { customers: [Customer] } type Customer @key(fields: "id") { id: ID! name: String }
      type Mutation { rename(name: String!): Customer }`,
    resolvers: {
      Query: { customers: () => customers },
      Mutation: {
        rename: (_: unknown, { name }: { name: string }) => {
          log.push(`rename ${name}`);
          return { id: '1', name };
        },
      },
      Customer: {
        __resolveReference: async ({ id }: Ref) => customers.find((customer) => customer.id === id),
      },
    },
  },
  products: {
    typeDefs: `type Query { products: [Product] } type Product @key(fields: "id") { id: ID! price: Int weight: Int }`,
    resolvers: {
      Query: { products: () => products },
      Product: {
        __resolveReference: async ({ id }: Ref) => products.find((product) => product.id === id),
      },
    },
  },
  stock: {
    typeDefs: `type Product @key(fields: "id") {
      id: ID! price: Int @external weight: Int @external inStock: Boolean shipping: Int @requires(fields: "price weight") }`,
    resolvers: {
      Product: {
        __resolveReference: async (product: object) => ({ ...product, inStock: true }),
        shipping: ({ price, weight }: { price: number; weight: number }) => price + weight,
      },
    },
  },
  orders: {
    typeDefs: `
      type Order @key(fields: "id") { id: ID! customer: Customer product: Product }
      type Customer @key(fields: "id") { id: ID! orders: [Order] }
      type Product @key(fields: "id") { id: ID! orders: [Order] }
      type Mutation { order: Customer }`,
    resolvers: {
      Mutation: {
        order: () => {
          log.push('order');
          return { id: '2' };
        },
      },
      Customer: {
        __resolveReference: async (customer: object) => customer,
        orders: ({ id }: Ref) => orders.filter(({ customer }) => customer.id === id),
      },
      Product: {
        __resolveReference: async (product: object) => product,
        orders: ({ id }: Ref) => orders.filter(({ product }) => product.id === id),
      },
    },
  },
};

const product = 'inStock price shipping id weight';
const deep = `orders { id customer { id name orders { id product { ${product} } } } }`;
const sixteenFetches = `{
  customers { id name orders { id product { ${product} ${deep} } } }
  products { ${product} ${deep} }
}`;

describe('the requests of a plan', () => {
  it('are shared by fetches to one subgraph that stand as far from the start: 7 for 16', async () => {
    const stock = await federate(shop, 'stock');
    const compiled = await federate(shop, 'compiled');
    expect(await compiled.ask(sixteenFetches)).toEqual(await stock.ask(sixteenFetches));
    expect(stock.calls).toHaveLength(16);
    expect(compiled.calls).toHaveLength(7);
    await Promise.all([stock.stop(), compiled.stop()]);
  });

  it('ask for each entity once, however often it stands in the answer', async () => {
    const { ask, calls, stop } = await federate(shop, 'compiled');
    await ask('{ products { orders { customer { name } } } }');
    await stop();
    const last = calls.at(-1);
    expect(last?.subgraph).toBe('customers');
    expect(last?.variables['representations']).toEqual(
      ['1', '2', '3'].map((id) => expect.objectContaining({ id })),
    );
  });

  it('of a mutation keep their order', async () => {
    log.splice(0);
    const { ask, stop } = await federate(shop, 'compiled');
    const query =
      'mutation { a: rename(name: "a") { orders { id } } order { name } b: rename(name: "b") { name } }';
    const { errors } = await ask(query);
    await stop();
    expect(errors).toEqual([]);
    expect(log).toEqual(['rename a', 'order', 'rename b']);
  });

  it('that fail leave the others of the answer as they are, with an error for each field that lacks', async () => {
    const { ask, calls, stop } = await federate(shop, 'compiled', { down: ['stock'] });
    const { data, errors } = await ask('{ products { price inStock shipping } }');
    await stop();
    expect(data).toEqual({
      products: products.map(({ price }) => ({ price, inStock: null, shipping: null })),
    });
    expect(errors.map(({ path }) => path)).toEqual(
      products.flatMap((_, index) => [
        ['products', index, 'inStock'],
        ['products', index, 'shipping'],
      ]),
    );
    expect(calls.filter(({ subgraph }) => subgraph === 'stock')).toHaveLength(1);
  });

  it('that concern one object name its field when they fail', async () => {
    const { ask, stop } = await federate(shop, 'compiled', { down: ['orders'] });
    const { errors } = await ask('mutation { rename(name: "a") { name orders { id } } }');
    await stop();
    expect(errors).toMatchObject([{ path: ['rename', 'orders'] }]);
  });

  it('take a client’s variable for what it is, whatever its name', async () => {
    const { ask, stop } = await federate(shop, 'compiled');
    const query = `mutation ($representations: String!, $_own_x: String!) {
      a: rename(name: $representations) { name orders { id } } b: rename(name: $_own_x) { name } }`;
    const variables = { representations: 'Ada', _own_x: 'Bob' };
    const { data, errors } = await ask(query, { variables });
    await stop();
    expect(errors).toEqual([]);
    expect(data).toMatchObject({ a: { name: 'Ada' }, b: { name: 'Bob' } });
  });
});
