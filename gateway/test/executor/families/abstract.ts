import type { Family, Ref } from './family.ts';

const media = [
  { __typename: 'Book', id: 'b', title: '' },
  { __typename: 'Film', id: 'f', title: 'Metropolis' },
];

const interfaces: Family = {
  about: 'interfaces and unions whose types are known in parts',
  subgraphs: {
    library: {
      typeDefs: `
        type Query { media: [Media] found: [Found] node(id: ID!): Node }
        interface Node { id: ID! }
        interface Media implements Node { id: ID! title: String }
        union Found = Book | Film
        type Book implements Media & Node @key(fields: "id") { id: ID! title: String pages: Int }
        type Film implements Media & Node @key(fields: "id") { id: ID! title: String }`,
      resolvers: {
        Query: {
          media: () => media,
          found: () => media,
          node: (_: unknown, { id }: Ref) => media.find((medium) => medium.id === id),
        },
        Film: { __resolveReference: async () => ({ title: 'Metropolis' }) },
        Book: { __resolveReference: async ({ id }: Ref) => ({ id, pages: 0 }), pages: () => 0 },
      },
    },
    cinema: {
      typeDefs: `
        type Query { shown: [Shown] }
        union Shown = Film | Play
        type Film @key(fields: "id") { id: ID! minutes: Int }
        type Play { stage: String }`,
      resolvers: {
        Query: {
          shown: () => [
            { __typename: 'Film', id: 'f' },
            { __typename: 'Play', stage: 'main' },
          ],
        },
        Film: { __resolveReference: async ({ id }: Ref) => ({ id, minutes: 153 }) },
      },
    },
  },
  cases: [
    {
      query: '{ media { __typename id title ... on Book { pages } ... on Film { minutes } } }',
      data: {
        media: [
          { __typename: 'Book', id: 'b', title: '', pages: 0 },
          { __typename: 'Film', id: 'f', title: 'Metropolis', minutes: 153 },
        ],
      },
    },
    {
      query: `query ($long: Boolean!) { found { ...M t: __typename ... on Node @include(if: $long) { id } } }
        fragment M on Media { ... on Film { title minutes @skip(if: $long) } }`,
      variables: { long: true },
      data: {
        found: [
          { t: 'Book', id: 'b' },
          { title: 'Metropolis', t: 'Film', id: 'f' },
        ],
      },
    },
    {
      query: '{ node(id: "f") { id ... on Media { title ... on Film { minutes } } } }',
      data: { node: { id: 'f', title: 'Metropolis', minutes: 153 } },
    },
    {
      query: '{ shown { ... on Film { title } ... on Play { stage } } }',
      data: { shown: [{ title: 'Metropolis' }, { stage: 'main' }] },
    },
    { query: '{ node(id: "nobody") { id } }', data: { node: null } },
  ],
};

const interfaceObject: Family = {
  about: '@interfaceObject: a subgraph that knows an interface as one type',
  subgraphs: {
    accounts: {
      typeDefs: `
        type Query { accounts: [Account!]! }
        interface Account @key(fields: "id") { id: ID! name: String }
        type Asset implements Account @key(fields: "id") { id: ID! name: String bank: String }
        type Income implements Account @key(fields: "id") { id: ID! name: String }`,
      resolvers: {
        Query: {
          accounts: () => [
            { __typename: 'Asset', id: '1', name: 'cash', bank: 'b' },
            { __typename: 'Income', id: '2', name: 'sales' },
          ],
        },
        Account: {
          __resolveReference: async ({ id }: Ref) => ({
            __typename: id === '1' ? 'Asset' : 'Income',
            id,
            name: id === '1' ? 'cash' : 'sales',
            ...(id === '1' && { bank: 'b' }),
          }),
        },
        Asset: { __resolveReference: async ({ id }: Ref) => ({ id, name: 'cash', bank: 'b' }) },
      },
    },
    balances: {
      typeDefs: `
        type Query { largest: Account }
        type Account @key(fields: "id") @interfaceObject { id: ID! balance: Int name: String @external label: String @requires(fields: "name") }`,
      resolvers: {
        Query: { largest: () => ({ id: '2' }) },
        Account: {
          __resolveReference: async (account: object) => account,
          balance: ({ id }: Ref) => (id === '1' ? 0 : 7),
          label: ({ name }: { name: string }) => `label ${name}`,
        },
      },
    },
  },
  cases: [
    {
      query: '{ accounts { __typename id balance label ... on Asset { bank } } }',
      data: {
        accounts: [
          { __typename: 'Asset', id: '1', balance: 0, label: 'label cash', bank: 'b' },
          { __typename: 'Income', id: '2', balance: 7, label: 'label sales' },
        ],
      },
    },
    { query: '{ largest { id balance } }', data: { largest: { id: '2', balance: 7 } } },
    {
      query: '{ largest { __typename name balance ... on Income { id } ... on Asset { bank } } }',
      data: { largest: { __typename: 'Income', name: 'sales', balance: 7, id: '2' } },
    },
  ],
};

export const abstract: readonly Family[] = [interfaces, interfaceObject];
