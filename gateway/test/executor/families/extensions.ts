import type { SubgraphParts } from '../federation.ts';
import type { Family, Ref } from './family.ts';

/** How a subgraph says that a type is another one's. */
type Spelling = {
  readonly federation: 1 | 2;
  readonly about: string;
  readonly extending: (type: string) => string;
};

const spellings: readonly Spelling[] = [
  {
    about: '`extend type` in federation 1',
    federation: 1,
    extending: (type) => `extend type ${type} @key(fields: "id")`,
  },
  {
    about: '`@extends` in federation 1',
    federation: 1,
    extending: (type) => `type ${type} @key(fields: "id") @extends`,
  },
  {
    about: '`extend type` in federation 2',
    federation: 2,
    extending: (type) => `extend type ${type} @key(fields: "id")`,
  },
];

type Rated = { readonly rate: number; readonly pages: number };

/** Readers and books belong to others; the desk lends them, knows names and titles when it lent, and computes from what others know. */
const desk = ({ extending, federation }: Spelling): SubgraphParts => ({
  federation,
  typeDefs: `
    type Query { borrower: Reader lent: Reader @provides(fields: "name") }
    ${extending('Reader')} { id: ID! @external name: String! @external loans: [Loan!]! }
    ${extending('Book')} {
      id: ID! @external title: String @external rate: Int @external pages: Int @external
      fine: Int @requires(fields: "rate pages") label: String @requires(fields: "rate pages")
    }
    type Loan { reader: Reader @provides(fields: "name") book: Book @provides(fields: "title") }`,
  resolvers: {
    Query: {
      borrower: () => ({ id: '1', name: 'not provided' }),
      lent: () => ({ id: '1', name: 'as lent' }),
    },
    Reader: {
      __resolveReference: async ({ id }: Ref) => ({ id }),
      loans: ({ id }: Ref) => [
        { reader: { id, name: 'as lent' }, book: { id: `b${id}`, title: 'as lent' } },
      ],
    },
    Book: {
      __resolveReference: async (book: object) => book,
      fine: ({ rate, pages }: Rated) => rate * pages,
      label: ({ rate, pages }: Rated) => `${rate} of ${pages}`,
    },
  },
});

const owners = ({ federation }: Spelling): Record<string, SubgraphParts> => ({
  readers: {
    federation,
    typeDefs: `
      type Query { reader(id: ID!): Reader }
      type Reader @key(fields: "id") { id: ID! name: String! ${federation === 1 ? '' : '@shareable'} nick: String }`,
    resolvers: {
      Query: { reader: (_: unknown, { id }: Ref) => ({ id, name: `name ${id}`, nick: '' }) },
      Reader: {
        __resolveReference: async ({ id }: Ref) => ({ id, name: `name ${id}`, nick: '' }),
      },
    },
  },
  books: {
    federation,
    typeDefs: `
      type Query { books: [Book!]! }
      type Book @key(fields: "id") { id: ID! title: String ${federation === 1 ? '' : '@shareable'} rate: Int pages: Int }`,
    resolvers: {
      Query: { books: () => [book('b1'), book('b2')] },
      Book: { __resolveReference: async ({ id }: Ref) => book(id) },
    },
  },
});

const book = (id: string) => ({
  id,
  title: `title ${id}`,
  rate: id === 'b1' ? 0 : 3,
  pages: 5,
});

const family = (spelling: Spelling): Family => ({
  about: `types of other subgraphs: ${spelling.about}`,
  subgraphs: { desk: desk(spelling), ...owners(spelling) },
  cases: [
    {
      query: '{ borrower { id name nick } reader(id: "2") { id name } }',
      data: {
        borrower: { id: '1', name: 'name 1', nick: '' },
        reader: { id: '2', name: 'name 2' },
      },
    },
    {
      query: '{ lent { id name } borrower { loans { reader { name } book { title } } } }',
      data: {
        lent: { id: '1', name: 'as lent' },
        borrower: { loans: [{ reader: { name: 'as lent' }, book: { title: 'as lent' } }] },
      },
    },
    {
      query: '{ reader(id: "2") { loans { book { title fine label } reader { nick } } } }',
      data: {
        reader: {
          loans: [{ book: { title: 'as lent', fine: 15, label: '3 of 5' }, reader: { nick: '' } }],
        },
      },
    },
    {
      query: '{ books { fine } more: books { pages fine rate title } }',
      data: {
        books: [{ fine: 0 }, { fine: 15 }],
        more: [
          { pages: 5, fine: 0, rate: 0, title: 'title b1' },
          { pages: 5, fine: 15, rate: 3, title: 'title b2' },
        ],
      },
    },
  ],
});

export const extensions: readonly Family[] = spellings.map(family);
