import type { Family, Ref } from './family.ts';

const provides: Family = {
  about: '@provides on a path, of only what was asked for, and on a union',
  subgraphs: {
    lists: {
      typeDefs: `
        type Query { top: [Product!]! @provides(fields: "category { title } name") all: [Product!]! }
        type Product @key(fields: "id") { id: ID! name: String @external category: Category }
        type Category @key(fields: "id") { id: ID! title: String @external }`,
      resolvers: {
        Query: {
          top: () => [{ id: '1', name: 'provided', category: { id: 'c', title: 'provided' } }],
          all: () => [{ id: '1', category: { id: 'c' } }],
        },
      },
    },
    products: {
      typeDefs: `type Product @key(fields: "id") { id: ID! name: String @shareable stock: Int } type Category @key(fields: "id") { id: ID! title: String @shareable }`,
      resolvers: {
        Product: { __resolveReference: async ({ id }: Ref) => ({ id, name: 'own', stock: 0 }) },
        Category: { __resolveReference: async ({ id }: Ref) => ({ id, title: 'own' }) },
      },
    },
  },
  cases: [
    {
      query: '{ top { name category { title } } all { name category { title } } }',
      data: {
        top: [{ name: 'provided', category: { title: 'provided' } }],
        all: [{ name: 'own', category: { title: 'own' } }],
      },
    },
    {
      query: '{ top { stock category { id } } }',
      data: { top: [{ stock: 0, category: { id: 'c' } }] },
    },
  ],
};

const root: Family = {
  about: 'a root field that several subgraphs share, each knowing a part of what is below',
  subgraphs: {
    names: {
      typeDefs: `type Query { product: Product @shareable } type Product @shareable { id: ID! name: Name } type Name { brand: String }`,
      resolvers: { Query: { product: () => ({ id: '1', name: { brand: 'b' } }) } },
    },
    prices: {
      typeDefs: `type Query { product: Product @shareable } type Product @shareable { id: ID! price: Price } type Price { amount: Int }`,
      resolvers: { Query: { product: () => ({ id: '1', price: { amount: 0 } }) } },
    },
  },
  cases: [
    {
      query: '{ product { id name { brand } price { amount } } }',
      data: { product: { id: '1', name: { brand: 'b' }, price: { amount: 0 } } },
    },
  ],
};

const override: Family = {
  about: '@override: the new owner answers, also where the old one is gone',
  subgraphs: {
    old: {
      typeDefs: `
        type Query { posts: [Post] old: [Post] }
        type Post @key(fields: "id") { id: ID! at: String }`,
      resolvers: {
        Query: { posts: () => [{ id: 'old' }], old: () => [{ id: '1', at: 'old' }] },
        Post: { __resolveReference: async ({ id }: Ref) => ({ id, at: 'old' }) },
      },
    },
    fresh: {
      typeDefs: `
        type Query { posts: [Post] @override(from: "old") fresh: [Post] }
        type Post @key(fields: "id") { id: ID! at: String @override(from: "old") by: String @override(from: "nobody") }`,
      resolvers: {
        Query: { posts: () => [{ id: '2', at: 'new' }], fresh: () => [{ id: '3', at: 'new' }] },
        Post: { __resolveReference: async ({ id }: Ref) => ({ id, at: 'new', by: 'somebody' }) },
      },
    },
  },
  cases: [
    {
      query: '{ posts { id at } old { id at by } fresh { at } }',
      data: {
        posts: [{ id: '2', at: 'new' }],
        old: [{ id: '1', at: 'new', by: 'somebody' }],
        fresh: [{ at: 'new' }],
      },
    },
  ],
};

const hidden: Family = {
  about: '@inaccessible fields, types and enum values',
  subgraphs: {
    users: {
      typeDefs: `
        type Query { users: [User!]! roles: [Role] animals: [Animal] }
        type User @key(fields: "id") { id: ID! name: String age: Int @inaccessible role: Role }
        enum Role { OWNER VIEWER ROOT @inaccessible }
        union Animal = Cat | Ghost
        type Cat { name: String }
        type Ghost @inaccessible { name: String }`,
      resolvers: {
        Query: {
          users: () => [{ id: '1', name: 'Ada', role: 'OWNER' }],
          roles: () => ['OWNER', 'ROOT'],
          animals: () => [
            { __typename: 'Cat', name: 'Tom' },
            { __typename: 'Ghost', name: 'Boo' },
          ],
        },
        User: {
          __resolveReference: async ({ id }: Ref) => ({ id, name: 'Ada', role: 'OWNER' }),
          age: () => 36,
        },
      },
    },
    labels: {
      typeDefs: `type User @key(fields: "id") { id: ID! age: Int @external label: String @requires(fields: "age") }`,
      resolvers: {
        User: {
          __resolveReference: async (user: object) => user,
          label: ({ age }: { age: number }) => `is ${age}`,
        },
      },
    },
  },
  cases: [
    {
      query: '{ users { id label role } }',
      data: { users: [{ id: '1', label: 'is 36', role: 'OWNER' }] },
    },
    {
      query: '{ roles }',
      data: { roles: ['OWNER', null] },
      errors: ['roles.1'],
      stockDiffers: 'its errors of values stand in the extensions',
    },
    {
      query: '{ animals { ... on Cat { name } __typename } }',
      data: { animals: [{ name: 'Tom', __typename: 'Cat' }, null] },
      errors: ['animals.1'],
      stockDiffers: 'its errors of values stand in the extensions',
    },
    {
      query: '{ __type(name: "User") { fields { name } } }',
      data: {
        __type: { fields: ['id', 'label', 'name', 'role'].map((name) => ({ name })) },
      },
    },
  ],
};

export const sharing: readonly Family[] = [provides, root, override, hidden];
