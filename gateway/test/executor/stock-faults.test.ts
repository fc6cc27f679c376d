import { describe, expect, it } from '@jest/globals';
import type { ExecutorKind } from '../../src/supergraph/supergraph.ts';
import { askBoth, federate, type SubgraphParts } from './federation.ts';

type Ref = { readonly id: string };

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

  const keys: Record<string, SubgraphParts> = {
    names: {
      typeDefs: `
        type Account @key(fields: "id") @key(fields: "number", resolvable: false) @key(fields: "id path { bank branch }", resolvable: false) {
          id: ID! number: ID! path: Path! name: String!
        }
        type Path @shareable { bank: ID! branch: ID! }`,
      resolvers: {
        Account: {
          __resolveReference: async ({ id }: { id: string }) =>
            id === undefined ? null : { id, name: `name ${id}` },
        },
      },
    },
    banks: {
      typeDefs: `
        type Query { accounts: [Account!]! }
        type Account @key(fields: "number", resolvable: false) @key(fields: "id path { bank branch }") @key(fields: "id", resolvable: false) {
          id: ID! number: ID! path: Path! name: String! @external greeting: String! @requires(fields: "name")
        }
        type Path @shareable { bank: ID! branch: ID! }`,
      resolvers: {
        Query: {
          accounts: () => [{ id: '1', number: '10', path: { bank: 'b', branch: 'c' } }],
        },
        Account: {
          __resolveReference: async ({ path, name }: { path?: object; name: string }) =>
            path ? { greeting: `hello ${name}` } : null,
        },
      },
    },
  };

  it('a key by which a subgraph can’t be asked does not hide one by which it can', async () => {
    const { stock, compiled } = await askBoth(keys, '{ accounts { id name greeting } }');
    expect(stock.data).toBeNull();
    expect(compiled).toEqual({
      data: { accounts: [{ id: '1', name: 'name 1', greeting: 'hello name 1' }] },
      errors: [],
    });
  });

  const nodes: Record<string, SubgraphParts> = {
    a: {
      typeDefs: `type Query { a: Node } interface Node @key(fields: "id") { id: ID! }`,
      resolvers: { Query: { a: () => ({ __typename: 'Node', id: '1' }) } },
    },
    b: {
      typeDefs: `
        type Query { b: Node }
        type Node @key(fields: "id", resolvable: false) @interfaceObject { id: ID! field: String }`,
      resolvers: { Query: { b: () => ({ id: '1', field: 'b' }) } },
    },
  };

  it('what no subgraph can serve is an error, not a null without a word', async () => {
    const { stock, compiled } = await askBoth(nodes, '{ a { field } }');
    expect(stock).toEqual({ data: { a: null }, errors: [] });
    expect(compiled.data ?? null).toBeNull();
    expect(compiled.errors).toMatchObject([{ extensions: { code: 'NO_QUERY_PLAN' } }]);
  });

  it('is an error also beside what can be served', async () => {
    const { stock, compiled } = await askBoth(nodes, '{ b { id } a { field } }');
    expect(stock).toEqual({ data: { b: { id: '1' }, a: null }, errors: [] });
    expect(compiled.errors).toMatchObject([{ extensions: { code: 'NO_QUERY_PLAN' } }]);
  });

  const findings: Record<string, SubgraphParts> = {
    search: {
      typeDefs: `
        union Found = Bill | Offer
        type Query { found: [Found!]! }
        type Bill { of: Person! next: Bill }
        type Offer { of: Person! }
        type Person @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: {
          found: () => [
            { __typename: 'Bill', of: { id: '1' }, next: { of: { id: '3' } } },
            { __typename: 'Offer', of: { id: '2' } },
          ],
        },
      },
    },
    debts: {
      typeDefs: 'type Person @key(fields: "id") { id: ID! debt: Int! }',
      resolvers: { Person: { __resolveReference: async () => ({ debt: 7 }) } },
    },
    mail: {
      typeDefs: 'type Person @key(fields: "id") { id: ID! mail: String! }',
      resolvers: { Person: { __resolveReference: async ({ id }: Ref) => ({ mail: `${id}@` }) } },
    },
  };

  it('asks of an object only what the fragments on its own type want', async () => {
    const query = `{ found {
      ... on Bill { of { debt } next { of { debt } } }
      ... on Offer { of { mail } }
    } }`;
    const asked = async (executor: ExecutorKind) => {
      const federation = await federate(findings, executor);
      const { data } = await federation.ask(query).finally(federation.stop);
      const ids = federation.calls.slice(1).map(({ subgraph, variables }) => [
        subgraph,
        ...Object.values(variables)
          .flatMap((list) => list as Ref[])
          .map(({ id }) => id),
      ]);
      return { data, ids: ids.toSorted(([one = ''], [other = '']) => one.localeCompare(other)) };
    };
    const data = {
      found: [{ of: { debt: 7 }, next: { of: { debt: 7 } } }, { of: { mail: '2@' } }],
    };
    const debts = ['debts', '1', '3'];
    expect(await asked('compiled')).toEqual({ data, ids: [debts, ['mail', '2']] });
    const stock = await asked('stock');
    expect(stock.data).toEqual(data);
    expect(stock.ids).toContainEqual(['mail', '1', '2']);
  });

  it('and harms no other field that can be served', async () => {
    const { compiled } = await askBoth(nodes, '{ b { id field } }');
    expect(compiled).toEqual({ data: { b: { id: '1', field: 'b' } }, errors: [] });
  });
});

describe('the plan of one query', () => {
  const nested: Record<string, SubgraphParts> = {
    orders: {
      typeDefs: `
        type Query { order: Order }
        type Order @key(fields: "id") { id: ID! customer: Customer! }
        type Customer @key(fields: "id") { id: ID! name: String address: Address }
        type Address { city: String zip: String }`,
      resolvers: {
        Query: {
          order: () => ({
            id: '1',
            customer: { id: '2', name: 'Ada', address: { city: 'London', zip: 'N1' } },
          }),
        },
      },
    },
    shipping: {
      typeDefs: `
        type Order @key(fields: "id") {
          id: ID!
          customer: Customer! @external
          label: String @requires(fields: "customer { name address { city zip } }")
        }
        type Customer @key(fields: "id") { id: ID! name: String @external address: Address @external loyal: Boolean }
        type Address { city: String @external zip: String @external }`,
      resolvers: {
        Order: {
          __resolveReference: async (order: object) => order,
          label: ({
            customer,
          }: {
            customer: { name: string; address: { city: string; zip: string } };
          }) => `${customer.name}, ${customer.address.zip} ${customer.address.city}`,
        },
        Customer: { __resolveReference: async () => ({ loyal: false }) },
      },
    },
  };
  const queries = [
    '{ order { customer { name } } }',
    '{ order { label customer { address { zip } loyal } } }',
    '{ order { customer { address { city } } id } }',
  ];

  // The fault (apollographql/federation#1750) was the planner's, which both have from Apollo: of this version it does not show.
  it.each(['compiled', 'stock'] as const)(
    'never changes another’s, in whatever order they come: %s',
    async (executor) => {
      const alone = await Promise.all(queries.map((query) => askedOf(nested, executor, [query])));
      const forwards = await askedOf(nested, executor, queries);
      const backwards = await askedOf(nested, executor, queries.toReversed());
      expect(forwards).toEqual(alone.flat());
      expect(backwards).toEqual(alone.toReversed().flat());
    },
  );
});

/** What subgraphs are asked, and what the client gets, for queries that come one after the other to one gateway. */
async function askedOf(
  subgraphs: Record<string, SubgraphParts>,
  executor: ExecutorKind,
  queries: readonly string[],
) {
  const federation = await federate(subgraphs, executor);
  const came = [];
  for (const query of queries) {
    const { data, errors } = await federation.ask(query);
    came.push({ data, errors, asked: federation.calls.splice(0).map((call) => call.query) });
  }
  await federation.stop();
  return came;
}
