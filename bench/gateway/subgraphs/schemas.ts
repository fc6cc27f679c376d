import type { GraphQLResolverMap } from '@apollo/subgraph';
import { found, products, reviews, users } from './shop.ts';

export type SubgraphParts = {
  readonly typeDefs: string;
  readonly resolvers: GraphQLResolverMap<unknown>;
};

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3",
  import: ["@key", "@external", "@requires", "@provides", "@shareable"])
`;

type UserKey = { readonly id: string };
type ProductKey = { readonly upc: string };

const accounts: SubgraphParts = {
  typeDefs: `${link}
    type Query { users: [User!]! }
    type User @key(fields: "id") { id: ID! name: String! username: String! @shareable }`,
  resolvers: {
    Query: { users: () => users },
    User: { __resolveReference: async ({ id }: UserKey) => found(users, (user) => user.id === id) },
  } as GraphQLResolverMap<unknown>, // The type of Apollo's package has no place for reference resolvers.
};

const inventory: SubgraphParts = {
  typeDefs: `${link}
    type Product @key(fields: "upc") {
      upc: String!
      weight: Int! @external
      price: Int! @external
      inStock: Boolean!
      shippingEstimate: Int! @requires(fields: "price weight")
    }`,
  resolvers: {
    Product: {
      __resolveReference: async (given: ProductKey) => given,
      inStock: ({ upc }: ProductKey) => found(products, (product) => product.upc === upc).inStock,
      shippingEstimate: ({ price, weight }: { price: number; weight: number }) =>
        price > 1_000 ? 0 : Math.round(weight / 2),
    },
  } as GraphQLResolverMap<unknown>,
};

const catalogue: SubgraphParts = {
  typeDefs: `${link}
    type Query { topProducts(first: Int = 5): [Product!]! }
    type Product @key(fields: "upc") { upc: String! name: String! price: Int! weight: Int! }`,
  resolvers: {
    Query: { topProducts: (_: unknown, { first }: { first: number }) => products.slice(0, first) },
    Product: {
      __resolveReference: async ({ upc }: ProductKey) =>
        found(products, (product) => product.upc === upc),
    },
  } as GraphQLResolverMap<unknown>,
};

const opinions: SubgraphParts = {
  typeDefs: `${link}
    type Review @key(fields: "id") {
      id: ID!
      body: String!
      author: User! @provides(fields: "username")
      product: Product!
    }
    type User @key(fields: "id") { id: ID! username: String! @external reviews: [Review!]! }
    type Product @key(fields: "upc") { upc: String! reviews: [Review!]! }`,
  resolvers: {
    Review: {
      __resolveReference: async ({ id }: { id: string }) =>
        found(reviews, (review) => review.id === id),
      author: ({ authorId }: { authorId: string }) => found(users, ({ id }) => id === authorId),
      product: ({ upc }: ProductKey) => ({ upc }),
    },
    User: {
      __resolveReference: async ({ id }: UserKey) => ({ id }),
      reviews: ({ id }: UserKey) => reviews.filter(({ authorId }) => authorId === id),
    },
    Product: {
      __resolveReference: async ({ upc }: ProductKey) => ({ upc }),
      reviews: ({ upc }: ProductKey) => reviews.filter((review) => review.upc === upc),
    },
  } as GraphQLResolverMap<unknown>,
};

/** By their names in the supergraph. */
export const subgraphs: Readonly<Record<string, SubgraphParts>> = {
  accounts,
  inventory,
  products: catalogue,
  reviews: opinions,
};
