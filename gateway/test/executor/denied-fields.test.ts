import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { denied } from '@finflow/shared/graphql/authorization';
import type { FieldGates } from '../../src/rights/field-gates.ts';
import { federate, type Federation, type SubgraphParts } from './federation.ts';

const subgraphs: Record<string, SubgraphParts> = {
  payments: {
    typeDefs: `
      type Query { payments: [Payment!]! transactions: [Transaction!]! secret(of: [Int!]): String secrets: [String!]! anything: [Anything!]! }
      type Mutation { pay: String destroy: String }
      interface Transaction { id: ID! amount: Int note: String! party: Party }
      type Payment implements Transaction @key(fields: "id") { id: ID! amount: Int note: String! party: Party }
      type Refund implements Transaction { id: ID! amount: Int note: String! party: Party }
      union Anything = Payment | Party
      type Party { name: String }`,
    resolvers: {
      Query: {
        payments: () => rows.filter(({ __typename }) => __typename === 'Payment'),
        transactions: () => rows,
        anything: () => [rows[0], { __typename: 'Party', name: 'Ada' }],
        secret: () => 'secret',
        secrets: () => ['secret'],
      },
      Mutation: { pay: () => 'paid', destroy: () => 'destroyed' },
    },
  },
  ledger: {
    typeDefs: `type Payment @key(fields: "id") { id: ID! entries: [Entry!]! } type Entry { side: String }`,
    resolvers: {
      Payment: { __resolveReference: async () => ({ entries: [{ side: 'DEBIT' }] }) },
    },
  },
};

const rows = [
  { __typename: 'Payment', id: '1', amount: 1, note: 'a', party: { name: 'Ada' } },
  { __typename: 'Refund', id: '2', amount: 2, note: 'b', party: { name: 'Bob' } },
];

const gate = new Set<string>();
const gatesOf = (): FieldGates => ({
  gateOf: () => ({
    key: [...gate].join(' '),
    denialOf: (type, field) => (gate.has(`${type}.${field}`) ? 'FORBIDDEN' : null),
  }),
});

let federation: Federation;
beforeAll(async () => {
  federation = await federate(subgraphs, 'compiled', { gatesOf });
});
afterAll(() => federation.stop());
beforeEach(() => {
  federation.calls.splice(0);
  gate.clear();
});

const deny = (...fields: readonly string[]) => fields.forEach((field) => gate.add(field));
const places = (errors: Awaited<ReturnType<Federation['ask']>>['errors']) =>
  errors.map(({ path, extensions }) => `${path?.join('.')} ${String(extensions?.['code'])}`);

describe('a field that the caller is denied', () => {
  it('is null with an error at each place, in the words of the subgraphs', async () => {
    deny('Payment.amount');
    const { data, errors } = await federation.ask('{ payments { id sum: amount } }');
    expect(data).toEqual({ payments: [{ id: '1', sum: null }] });
    expect(errors).toEqual([
      {
        message: denied({ kind: 'partner', apiKeyId: '', organizationId: '', scopes: [] }).message,
        path: ['payments', 0, 'sum'],
        extensions: { code: 'FORBIDDEN' },
      },
    ]);
    expect(federation.calls.map(({ query }) => query).join()).not.toContain('amount');
  });

  it('takes its parent along where it can’t be null', async () => {
    deny('Payment.note');
    const { data, errors } = await federation.ask('{ payments { id note } }');
    expect(data).toBeNull();
    expect(places(errors)).toEqual(['payments.0.note FORBIDDEN']);
  });

  it('is never asked of the subgraph that only it would need', async () => {
    deny('Payment.entries');
    const { data } = await federation.ask('{ transactions { id ... on Payment { amount } } }');
    expect(data).toEqual({ transactions: [{ id: '1', amount: 1 }, { id: '2' }] });
    const answer = await federation.ask('{ anything { ... on Payment { id entries { side } } } }');
    expect(answer.data).toBeNull();
    expect(places(answer.errors)).toEqual(['anything.0.entries FORBIDDEN']);
    expect(federation.calls.map(({ subgraph }) => subgraph)).not.toContain('ledger');
  });

  it('of an interface is denied for the types for which it is, and asked for the others', async () => {
    deny('Refund.amount', 'Refund.party');
    const query = '{ transactions { id amount party { name } } }';
    const { data, errors } = await federation.ask(query);
    expect(data).toEqual({
      transactions: [
        { id: '1', amount: 1, party: { name: 'Ada' } },
        { id: '2', amount: null, party: null },
      ],
    });
    expect(places(errors)).toEqual([
      'transactions.1.amount FORBIDDEN',
      'transactions.1.party FORBIDDEN',
    ]);
    expect(federation.calls[0]?.query).not.toMatch(/Refund{[^}]*amount/);
  });

  it('in a fragment, named or not, is denied all the same', async () => {
    deny('Payment.amount', 'Refund.amount');
    const query = `{ transactions { ...T ... on Refund { amount } } } fragment T on Transaction { ... { amount } }`;
    const { data, errors } = await federation.ask(query);
    expect(data).toEqual({ transactions: [{ amount: null }, { amount: null }] });
    expect(errors).toHaveLength(2);
    expect(federation.calls[0]?.query).not.toContain('amount');
  });

  it('at the root asks nobody', async () => {
    deny('Query.secret', 'Mutation.destroy', 'Query.secrets');
    const { data, errors } = await federation.ask('{ secret __typename }');
    expect(data).toEqual({ secret: null, __typename: 'Query' });
    expect(places(errors)).toEqual(['secret FORBIDDEN']);
    expect((await federation.ask('{ secrets }')).data).toBeNull();
    const mutation = await federation.ask('mutation { pay destroy }');
    expect(mutation.data).toEqual({ pay: 'paid', destroy: null });
    expect(federation.calls.map(({ query }) => query)).toEqual(['mutation{pay}']);
  });

  it('is denied before anything is said of its arguments', async () => {
    const query = 'query ($one: Int = 1) { secret(of: [$one]) }';
    const options = { variables: { one: null } };
    const allowed = await federation.ask(query, options);
    expect(allowed.data).toEqual({ secret: null });
    expect(allowed.errors[0]?.message).toContain('invalid value');
    deny('Query.secret');
    const { data, errors } = await federation.ask(query, options);
    expect(data).toEqual({ secret: null });
    expect(places(errors)).toEqual(['secret FORBIDDEN']);
  });

  it('is given to who has the right, by the same text', async () => {
    const query = '{ payments { id amount } }';
    deny('Payment.amount');
    const without = await federation.ask(query);
    gate.clear();
    const having = await federation.ask(query);
    deny('Payment.amount');
    expect(having.data).toEqual({ payments: [{ id: '1', amount: 1 }] });
    expect(await federation.ask(query)).toEqual(without);
  });
});
