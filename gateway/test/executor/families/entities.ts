import type { Family, Ref } from './family.ts';

const named: Family = {
  about: 'an entity that several subgraphs know, by chains of keys',
  subgraphs: {
    catalogue: {
      typeDefs: `
        type Query { products: [Product!]! product(id: ID!): Product }
        type Product @key(fields: "id") { id: ID! sku: String! @shareable }`,
      resolvers: {
        Query: {
          products: () => [
            { id: '1', sku: 'a' },
            { id: '2', sku: 'b' },
            { id: 'gone', sku: 'c' },
          ],
          product: (_: unknown, { id }: Ref) => ({ id, sku: 'a' }),
        },
      },
    },
    links: {
      typeDefs: `type Product @key(fields: "id") @key(fields: "id pid") { id: ID! pid: ID! }`,
      resolvers: {
        Product: {
          __resolveReference: async ({ id }: Ref) => (id === 'gone' ? null : { id, pid: `p${id}` }),
        },
      },
    },
    prices: {
      typeDefs: `type Product @key(fields: "id pid tag { value }") { id: ID! pid: ID! tag: Tag price: Int } type Tag @shareable { value: String }`,
      resolvers: {
        Product: {
          __resolveReference: async ({ pid, tag }: { pid: string; tag: { value: string } }) => ({
            price: pid === 'p1' && tag.value === 't1' ? 0 : 5,
          }),
        },
      },
    },
    tags: {
      typeDefs: `type Product @key(fields: "id pid") { id: ID! pid: ID! tag: Tag @shareable } type Tag @shareable { value: String }`,
      resolvers: {
        Product: {
          __resolveReference: async ({ id }: Ref) => ({ tag: { value: `t${id}` } }),
        },
      },
    },
  },
  cases: [
    {
      query: '{ products { id price tag { value } } }',
      data: {
        products: [
          { id: '1', price: 0, tag: { value: 't1' } },
          { id: '2', price: 5, tag: { value: 't2' } },
          { id: 'gone', price: null, tag: null },
        ],
      },
    },
    {
      query: 'query ($id: ID!) { a: product(id: $id) { price } b: product(id: "2") { pid } }',
      variables: { id: '1' },
      data: { a: { price: 0 }, b: { pid: 'p2' } },
    },
    {
      query: '{ product(id: "gone") { sku pid } }',
      data: { product: null },
      errors: ['product'],
      stockDiffers: 'it says nothing of an entity that isn’t there, or only in the extensions',
    },
  ],
};

const nullKeys: Family = {
  about: 'entities whose keys are null here and there',
  subgraphs: {
    shelves: {
      typeDefs: `type Query { books: [Book] } type Book @key(fields: "isbn") { isbn: ID }`,
      resolvers: { Query: { books: () => [{ isbn: '1' }, { isbn: null }, null, { isbn: '3' }] } },
    },
    titles: {
      typeDefs: `type Book @key(fields: "isbn") { isbn: ID title: String }`,
      resolvers: {
        Book: {
          __resolveReference: async ({ isbn }: { isbn: string | null }) =>
            isbn === null ? null : { isbn, title: `title ${isbn}` },
        },
      },
    },
  },
  cases: [
    {
      query: '{ books { isbn title } }',
      data: {
        books: [
          { isbn: '1', title: 'title 1' },
          { isbn: null, title: null },
          null,
          { isbn: '3', title: 'title 3' },
        ],
      },
    },
  ],
};

const nothing: Family = {
  about: 'entities that can’t be had, in lists and where null is not allowed',
  subgraphs: {
    owners: {
      typeDefs: `
        type Query { owners: [Owner!] maybe: [Owner] one: Owner! }
        type Owner @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: {
          owners: () => [{ id: '1' }, { id: 'boom' }],
          maybe: () => [{ id: '1' }, { id: 'boom' }, { id: 'none' }],
          one: () => ({ id: '1' }),
        },
      },
    },
    names: {
      typeDefs: `type Owner @key(fields: "id") { id: ID! name: String! nick: String }`,
      resolvers: {
        Owner: {
          __resolveReference: async ({ id }: Ref) => {
            if (id === 'boom') throw new Error('boom');
            return id === 'none' ? null : { id, name: 'Ada' };
          },
        },
      },
    },
  },
  cases: [
    { query: '{ owners { id name } }', data: { owners: null }, errors: ['owners.1'] },
    {
      query: '{ maybe { id name } }',
      data: { maybe: [{ id: '1', name: 'Ada' }, null, null] },
      errors: ['maybe.1', 'maybe.2'],
      stockDiffers: 'of the entity that isn’t there it says nothing',
    },
    {
      query: '{ maybe { id nick } one { name } }',
      data: {
        maybe: [
          { id: '1', nick: null },
          { id: 'boom', nick: null },
          { id: 'none', nick: null },
        ],
        one: { name: 'Ada' },
      },
      errors: ['maybe.1'],
    },
  ],
};

export const entities: readonly Family[] = [named, nullKeys, nothing];
