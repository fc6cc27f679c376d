import { composeServices } from '@apollo/composition';
import { newId } from '@finflow/shared/ids';
import { newUser, payerOf } from '@finflow/shared/testing/viewers';
import { anonymous, type Viewer } from '@finflow/shared/viewer';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { createFieldGates } from '../../src/rights/field-gates.ts';

const link = (imports: string) =>
  `extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.12", import: ["@key", "@requires", "@external", "@shareable", "@interfaceObject", "@composeDirective", ${imports}])
    @link(url: "https://finflow.example/specs/public/v1.0", import: ["@public"])
    @composeDirective(name: "@public")
  directive @public on FIELD_DEFINITION | OBJECT
  `;

function compose(services: Readonly<Record<string, string>>): string {
  const { supergraphSdl, errors } = composeServices(
    Object.entries(services).map(([name, sdl]) => ({ name, typeDefs: parse(sdl) })),
  );
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}

const user = (...scopes: string[]) => newUser({ scopes });
const payer = payerOf(newId());

const all = '"@authenticated", "@requiresScopes", "@policy"';

describe('the gate of a supergraph', () => {
  const supergraph = compose({
    a: `${link(all)}
      type Query { open: String @public closed: String node: Node things: [Thing!]! @public row: Row @authenticated }
      interface Node { id: ID! name: String }
      type Invoice implements Node @key(fields: "id") @requiresScopes(scopes: [["invoices:read"], ["pay:invoice"]]) {
        id: ID! name: String secret: Int @requiresScopes(scopes: [["ledger:read"]])
      }
      type Note implements Node @public { id: ID! name: String }
      union Thing = Invoice | Note
      scalar Secret @requiresScopes(scopes: [["secrets:read"]])
      type Row @key(fields: "id") @authenticated { id: ID! secret: Secret }
      type Vault @key(fields: "id") { id: ID! gold: Int @policy(policies: [["isOwner", "isAwake"], ["isAuditor"]]) }
    `,
    b: `${link(all)}
      type Invoice @key(fields: "id") @authenticated { id: ID! risk: Int }
    `,
  });
  const gates = createFieldGates(supergraph, {
    isOwner: () => true,
    isAwake: (viewer) => viewer.kind === 'user' && viewer.scopes.includes('awake'),
  });
  const denial = (viewer: Viewer, coordinate: string) => {
    const [type = '', field = ''] = coordinate.split('.');
    return gates.gateOf(viewer).denialOf(type, field);
  };

  it('lets everybody read what is public, and only signed-in users what carries no mark', () => {
    expect(denial(anonymous, 'Query.open')).toBeNull();
    expect(denial(anonymous, 'Query.closed')).toBe('UNAUTHENTICATED');
    expect(denial(payer, 'Query.closed')).toBe('FORBIDDEN');
    expect(denial(user(), 'Query.closed')).toBeNull();
    expect(denial(anonymous, 'Query.__typename')).toBeNull();
  });

  it('asks for what stands on the type, on the field and on the scalar that it gives', () => {
    expect(denial(user('invoices:read'), 'Invoice.name')).toBeNull();
    expect(denial(user(), 'Invoice.name')).toBe('FORBIDDEN');
    expect(denial(user('invoices:read'), 'Invoice.secret')).toBe('FORBIDDEN');
    expect(denial(user('ledger:read'), 'Invoice.secret')).toBe('FORBIDDEN');
    expect(denial(user('ledger:read', 'invoices:read'), 'Invoice.secret')).toBeNull();
    expect(denial(user(), 'Row.secret')).toBe('FORBIDDEN');
    expect(denial(user('secrets:read'), 'Row.secret')).toBeNull();
  });

  it('takes scopes for more than @authenticated, as the subgraphs do, when two subgraphs mark one type', () => {
    expect(denial(payer, 'Invoice.name')).toBeNull();
    expect(denial(anonymous, 'Invoice.risk')).toBe('UNAUTHENTICATED');
  });

  it('denies a field of an interface or union only when no type behind it may be read', () => {
    expect(denial(anonymous, 'Node.name')).toBeNull();
    expect(denial(anonymous, 'Invoice.name')).toBe('UNAUTHENTICATED');
  });

  it('evaluates policies by name; a policy that nobody registered denies', () => {
    expect(denial(user('awake'), 'Vault.gold')).toBeNull();
    expect(denial(user(), 'Vault.gold')).toBe('FORBIDDEN');
    expect(denial(user(), 'Vault.id')).toBeNull();
  });

  it('is one gate for callers with equal rights, whoever they are', () => {
    expect(gates.gateOf(user('awake'))).toBe(gates.gateOf(user('awake', 'unheard:of')));
    expect(gates.gateOf(user()).key).not.toBe(gates.gateOf(user('awake')).key);
    expect(gates.gateOf(anonymous).key).not.toBe(gates.gateOf(payer).key);
  });
});

describe('what a field pulls in by @requires', () => {
  const supergraph = compose({
    a: `${link(all)}
      type Query { item: Item @public }
      type Item @key(fields: "id") @public { id: ID! price(currency: String): Int owner: Owner }
      type Owner @public { name: String holder: Holder }
      interface Holder { rank: Int }
      type Human implements Holder @public { rank: Int @requiresScopes(scopes: [["humans:read"]]) }
      type Firm implements Holder @public { rank: Int }
    `,
    b: `${link(all)}
      type Item @key(fields: "id") @public {
        id: ID!
        price(currency: String): Int @external
        owner: Owner @external
        tax: Int @requires(fields: "price(currency: \\"EUR\\")")
        rating: Int @requires(fields: "owner { holder { rank } }") @requiresScopes(scopes: [["humans:read"]])
      }
      type Owner @public { holder: Holder @external }
      interface Holder { rank: Int }
      type Human implements Holder @public { rank: Int @external }
      type Firm implements Holder @public { rank: Int @external }
    `,
    c: `${link(all)}
      type Item @key(fields: "id") @public {
        id: ID!
        rating: Int @external
        stars: Int @requires(fields: "rating") @requiresScopes(scopes: [["humans:read"]])
      }
    `,
  });

  it('is required of the reader too, through several hops, nested selections and arguments', () => {
    // Composition insists on the marks of `rating` and `stars`; the gate must not depend on it.
    const unmarked = supergraph.replaceAll(
      /(?<=requires: "(?:rating|owner[^"]*)"\)) @requiresScopes\(scopes: \[\["humans:read"\]\]\)/g,
      '',
    );
    expect(unmarked).not.toBe(supergraph);
    const gates = createFieldGates(unmarked);
    for (const field of ['rating', 'stars']) {
      expect([field, gates.gateOf(user()).denialOf('Item', field)]).toEqual([field, 'FORBIDDEN']);
      expect(gates.gateOf(user('humans:read')).denialOf('Item', field)).toBeNull();
    }
    expect(gates.gateOf(anonymous).denialOf('Item', 'tax')).toBeNull();
    expect(gates.gateOf(anonymous).denialOf('Human', 'rank')).toBe('UNAUTHENTICATED');
  });
});

describe('a supergraph that says less', () => {
  it('recognizes a directive that a subgraph imports under another name', () => {
    const supergraph = compose({
      a: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.12", import: [{ name: "@requiresScopes", as: "@needs" }])
        type Query { mine: String @needs(scopes: [["mine:read"]]) theirs: String }`,
    });
    const gates = createFieldGates(supergraph);
    expect(gates.gateOf(user()).denialOf('Query', 'mine')).toBe('FORBIDDEN');
    expect(gates.gateOf(user('mine:read')).denialOf('Query', 'mine')).toBeNull();
  });

  it('leaves unmarked fields to the subgraphs when it does not know @public', () => {
    const supergraph = compose({
      a: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.12") type Query { any: String }`,
    });
    expect(createFieldGates(supergraph).gateOf(anonymous).denialOf('Query', 'any')).toBeNull();
  });

  it('asks of each type behind an interface what an @interfaceObject says of its field', () => {
    const supergraph = compose({
      a: `${link(all)}
        type Query { media: Media @public }
        interface Media @key(fields: "id") { id: ID! }
        type Book implements Media @key(fields: "id") @public { id: ID! }`,
      b: `${link(all)}
        type Media @interfaceObject @key(fields: "id") { id: ID! reviews: Int @requiresScopes(scopes: [["reviews:read"]]) }`,
    });
    const gates = createFieldGates(supergraph);
    expect(gates.gateOf(user()).denialOf('Book', 'reviews')).toBe('FORBIDDEN');
    expect(gates.gateOf(user('reviews:read')).denialOf('Book', 'reviews')).toBeNull();
  });
});
