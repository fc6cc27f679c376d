import type { Family, Ref } from './family.ts';

type Parts = Record<string, unknown>;

const hops: Family = {
  about: '@requires through several hops, one inside another, and in a circle of subgraphs',
  subgraphs: {
    posts: {
      typeDefs: `
        type Query { feed: [Post!]! }
        type Post @key(fields: "id") { id: ID! isNovice: Boolean! @external isExpert: Boolean! @requires(fields: "isNovice") }
        type Author @key(fields: "id") { id: ID! years: Int! }`,
      resolvers: {
        Query: { feed: () => [{ id: '1' }, { id: '2' }] },
        Post: {
          __resolveReference: async (post: Parts) => post,
          isExpert: ({ isNovice }: { isNovice: boolean }) => !isNovice,
        },
        Author: {
          __resolveReference: async ({ id }: Ref) => ({ id, years: id === 'a1' ? 0 : 9 }),
        },
      },
    },
    authors: {
      typeDefs: `
        type Post @key(fields: "id") { id: ID! author: Author! isNovice: Boolean! @requires(fields: "author { years }") }
        type Author @key(fields: "id") { id: ID! years: Int! @external name: String }`,
      resolvers: {
        Post: {
          __resolveReference: async (post: Parts) => post,
          author: ({ id }: Ref) => ({ id: `a${id}`, name: `name a${id}` }),
          isNovice: ({ author }: { author: { years: number } }) => author.years < 3,
        },
        Author: { __resolveReference: async ({ id }: Ref) => ({ name: `name ${id}` }) },
      },
    },
  },
  cases: [
    { query: '{ feed { isExpert } }', data: { feed: [{ isExpert: false }, { isExpert: true }] } },
    {
      query: '{ feed { author { name } isNovice isExpert } }',
      data: {
        feed: [
          { author: { name: 'name a1' }, isNovice: true, isExpert: false },
          { author: { name: 'name a2' }, isNovice: false, isExpert: true },
        ],
      },
    },
  ],
};

const fragments: Family = {
  about: '@requires with fragments on an interface',
  subgraphs: {
    owner: {
      typeDefs: `
        type Query { entity: Entity }
        type Entity @key(fields: "id") { id: ID! data: Thing }
        interface Thing { name: String }
        type Disk implements Thing { name: String size: Int }
        type Chip implements Thing { name: String speed: Int }`,
      resolvers: {
        Query: { entity: () => ({ id: '1' }) },
        Entity: {
          __resolveReference: async ({ id }: Ref) => ({ id }),
          data: () => ({ __typename: 'Chip', name: 'fast', speed: 0 }),
        },
      },
    },
    reader: {
      typeDefs: `
        type Entity @key(fields: "id") {
          id: ID!
          data: Thing @external
          said: String @requires(fields: "data { name ... on Disk { size } ... on Chip { speed } }")
        }
        interface Thing { name: String }
        type Disk implements Thing { name: String @external size: Int @external }
        type Chip implements Thing { name: String @external speed: Int @external }`,
      resolvers: {
        Entity: {
          __resolveReference: async (entity: Parts) => entity,
          said: ({ data }: { data: Parts }) =>
            JSON.stringify([data['name'], data['size'], data['speed']]),
        },
      },
    },
  },
  cases: [{ query: '{ entity { said } }', data: { entity: { said: '["fast",null,0]' } } }],
};

const failing: Family = {
  about: '@requires of something that failed or is null',
  subgraphs: {
    weights: {
      typeDefs: `type Query { parcels: [Parcel!]! } type Parcel @key(fields: "id") { id: ID! weight: Int }`,
      resolvers: {
        Query: { parcels: () => [{ id: '1' }, { id: '2' }, { id: '3' }] },
        Parcel: {
          weight: ({ id }: Ref) => {
            if (id === '2') throw new Error('scales broken');
            return id === '3' ? 0 : null;
          },
        },
      },
    },
    postage: {
      typeDefs: `type Parcel @key(fields: "id") { id: ID! weight: Int @external postage: String @requires(fields: "weight") }`,
      resolvers: {
        Parcel: {
          __resolveReference: async (parcel: Parts) => parcel,
          postage: ({ weight }: { weight: number | null }) => `for ${weight}`,
        },
      },
    },
  },
  cases: [
    {
      query: '{ parcels { id weight postage } }',
      data: {
        parcels: [
          { id: '1', weight: null, postage: 'for null' },
          { id: '2', weight: null, postage: 'for null' },
          { id: '3', weight: 0, postage: 'for 0' },
        ],
      },
      errors: ['parcels.1.weight'],
    },
    {
      query: '{ parcels { postage } }',
      data: {
        parcels: [{ postage: 'for null' }, { postage: 'for null' }, { postage: 'for 0' }],
      },
      errors: ['parcels.1'],
      stockDiffers: 'the path of its error names a field that the client didn’t ask for',
    },
  ],
};

export const requires: readonly Family[] = [hops, fragments, failing];
