import { describe, expect, it } from '@jest/globals';
import { askBoth, type SubgraphParts } from './federation.ts';

type Ref = { readonly id: string };

const receipt = { __typename: 'Receipt', total: 3 };
const voucher = { __typename: 'Voucher', code: 'V', issuer: { id: '7' } };
const loan = { __typename: 'Loan', term: 12 };

/** A drawer of papers that two subgraphs share, of which each knows papers of its own. */
const drawers: Record<string, SubgraphParts> = {
  shop: {
    typeDefs: `
      type Query { counter: Drawer desk: Drawer @shareable }
      type Drawer @key(fields: "id") { id: ID! papers: Papers @shareable }
      type Papers @shareable { all(first: Int = 9): [Paper!]! }
      union Paper = Receipt | Voucher
      type Receipt @shareable { total: Int }
      type Voucher { code: String issuer: Person }
      type Person @key(fields: "id") { id: ID! }`,
    resolvers: {
      Query: { counter: () => ({ id: 'c' }), desk: () => ({ id: 'd' }) },
      Drawer: {
        __resolveReference: async ({ id }: Ref) => ({ id }),
        papers: () => ({ all: [receipt, voucher] }),
      },
      Papers: {
        all: ({ all }: { all: object[] }, { first }: { first: number }) => all.slice(0, first),
      },
    },
  },
  bank: {
    typeDefs: `
      type Query { safe: Drawer desk: Drawer @shareable }
      type Drawer @key(fields: "id") { id: ID! papers: Papers @shareable locked: Papers }
      type Papers @shareable { all(first: Int = 9): [Paper!]! }
      union Paper = Receipt | Loan
      type Receipt @shareable { total: Int }
      type Loan { term: Int papers: Papers }`,
    resolvers: {
      Query: { safe: () => ({ id: 's' }), desk: () => ({ id: 'd' }) },
      Drawer: {
        __resolveReference: async ({ id }: Ref) => ({ id }),
        papers: () => ({ all: [receipt, loan] }),
        locked: () => ({ all: [loan] }),
      },
      Loan: { papers: () => ({ all: [receipt, loan] }) },
    },
  },
  people: {
    typeDefs: 'type Person @key(fields: "id") { id: ID! name: String }',
    resolvers: {
      Person: { __resolveReference: async ({ id }: Ref) => ({ name: `person ${id}` }) },
    },
  },
};

const paper = `
  __typename
  ... on Receipt { total }
  ... on Voucher { code issuer { name } }
  ... on Loan { term }`;
const asReceipt = { __typename: 'Receipt', total: 3 };
const asVoucher = { __typename: 'Voucher', code: 'V', issuer: { name: 'person 7' } };
const asLoan = { __typename: 'Loan', term: 12 };

describe('a shared field that returns other types in each subgraph', () => {
  it('loses a fragment on the stock executor, and says nothing of it', async () => {
    const { stock } = await askBoth(drawers, `{ safe { papers { all { ${paper} } } } }`);
    expect(stock).toEqual({
      data: { safe: { papers: { all: [asReceipt, { __typename: 'Loan', term: null }] } } },
      errors: [],
    });
  });

  it.each([
    ['of the first subgraph', 'counter', 'papers', [asReceipt, asVoucher]],
    ['of the second', 'safe', 'papers', [asReceipt, asLoan]],
    ['of a subgraph that is come to by a key', 'counter', 'locked', [asLoan]],
  ])('keeps the fragments %s', async (_name, root, field, all) => {
    const query = `{ ${root} { ${field} { all { ${paper} } } } }`;
    const { compiled } = await askBoth(drawers, query);
    expect(compiled).toEqual({ data: { [root]: { [field]: { all } } }, errors: [] });
  });

  it('is of each subgraph at its own place, with the client’s alias and arguments', async () => {
    const { compiled } = await askBoth(
      drawers,
      `query ($one: Int!) {
        counter { papers { mine: all { ${paper} } all(first: $one) { ${paper} } } }
        safe { papers { all(first: 2) { ${paper} } } }
      }`,
      { variables: { one: 1 } },
    );
    expect(compiled).toEqual({
      data: {
        counter: { papers: { mine: [asReceipt, asVoucher], all: [asReceipt] } },
        safe: { papers: { all: [asReceipt, asLoan] } },
      },
      errors: [],
    });
  });

  it('may stand below a fragment that was lost before', async () => {
    const query = `{ safe { papers { all { ${paper} ... on Loan { papers { all { ${paper} } } } } } } }`;
    const { compiled } = await askBoth(drawers, query);
    const all = [asReceipt, { ...asLoan, papers: { all: [asReceipt, asLoan] } }];
    expect(compiled).toEqual({ data: { safe: { papers: { all } } }, errors: [] });
  });

  it('shows clients nothing of how it is planned', async () => {
    const { compiled } = await askBoth(drawers, '{ __type(name: "Papers") { fields { name } } }');
    expect(compiled.data).toEqual({ __type: { fields: [{ name: 'all' }] } });
  });
});
