import { describe, expect, it } from '@jest/globals';
import { askBoth, type SubgraphParts } from './federation.ts';

/** Each fault is shown on the executor of @apollo/gateway first: when a newer one has mended it, this file says so. */
describe('where the stock executor is wrong', () => {
  const ledger: Record<string, SubgraphParts> = {
    entry: {
      typeDefs: `type Query { mine: Payment } type Payment @key(fields: "id") { id: ID! }`,
      resolvers: { Query: { mine: () => ({ id: 'mine' }) } },
    },
    notes: {
      typeDefs: `type Payment @key(fields: "id") { id: ID! note: ID currency: String }`,
      resolvers: {
        Payment: {
          __resolveReference: async ({ id }: { id: string }) => ({
            id,
            note: 'somebody else',
            currency: 'EUR',
          }),
        },
      },
    },
    books: {
      typeDefs: `type Payment @key(fields: "id") { id: ID! currency: String @external books: String @requires(fields: "currency") }`,
      resolvers: {
        Payment: {
          __resolveReference: async ({ id }: { id: string }) => ({ id, books: `books of ${id}` }),
        },
      },
    },
  };

  it('an alias that is a key’s name never leads to another entity', async () => {
    const { stock, compiled } = await askBoth(ledger, '{ mine { id: note books } }');
    expect(stock.data).toEqual({ mine: { id: 'somebody else', books: 'books of somebody else' } });
    expect(compiled.data).toEqual({ mine: { id: 'somebody else', books: 'books of mine' } });
  });

  it.each(['currency: note', '__typename: note', '_own_id: note', 'constructor: note'])(
    'the alias in %s is the client’s own affair',
    async (field) => {
      const { compiled } = await askBoth(ledger, `{ mine { ${field} books id } }`);
      const [alias = ''] = field.split(':');
      expect(compiled).toEqual({
        data: { mine: { [alias]: 'somebody else', books: 'books of mine', id: 'mine' } },
        errors: [],
      });
    },
  );

  const transactions: Record<string, SubgraphParts> = {
    list: {
      typeDefs: `
        interface Transaction @key(fields: "id") { id: ID! }
        type Query { transactions: [Transaction!]! }
        type Pay implements Transaction @key(fields: "id") { id: ID! }
        type Refund implements Transaction @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: {
          transactions: () => [
            { __typename: 'Pay', id: '1' },
            { __typename: 'Refund', id: '2' },
          ],
        },
      },
    },
    amounts: {
      typeDefs: `
        interface Transaction { amount: Int isOpen: Boolean memo: String }
        type Pay implements Transaction @key(fields: "id") { id: ID! amount: Int! isOpen: Boolean! memo: String! }
        type Refund implements Transaction @key(fields: "id") { id: ID! amount: Int isOpen: Boolean memo: String }`,
      resolvers: {
        Pay: { __resolveReference: async () => ({ amount: 0, isOpen: false, memo: '' }) },
        Refund: { __resolveReference: async () => ({ amount: 0, isOpen: false, memo: '' }) },
      },
    },
  };

  it('0, false and "" survive where the planner aliases a field', async () => {
    const query = '{ transactions { amount isOpen memo } }';
    const { stock, compiled } = await askBoth(transactions, query);
    const right = { amount: 0, isOpen: false, memo: '' };
    const wrong = { amount: null, isOpen: null, memo: null };
    expect(stock.data).toEqual({ transactions: [right, wrong] });
    expect(compiled).toEqual({ data: { transactions: [right, right] }, errors: [] });
  });
});
