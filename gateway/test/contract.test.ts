import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, isObjectType, parse, printSchema } from 'graphql';
import { contractOf } from '../src/contract/contract.ts';
import { partnerSchemaWithin } from '../src/contract/partner-schema.ts';
import { readTags } from '../src/contract/schema-tags.ts';
import { executableSupergraph } from '../src/supergraph/executable-supergraph.ts';
import { allFields } from '../src/testing/public-fields.ts';

const p = '@tag(name: "partner")';
const internal = '@tag(name: "internal")';

/** The contract of one schema whose elements carry their tags. Blanks are made equal. */
function offered(sdl: string): string | null {
  const document = parse(sdl);
  const schema = contractOf(document, {
    tags: readTags(document),
    include: 'partner',
    exclude: 'internal',
  });
  return schema && plain(printSchema(schema));
}

const plain = (sdl: string): string => sdl.replaceAll(/\s+/g, ' ').trim();

describe('the contract of a schema', () => {
  it('has the fields that are tagged, one by one or with their type, and no other', () => {
    expect(
      offered(`
        type Query { invoice: Invoice ${p} secret: String }
        type Invoice { id: ID! ${p} note: String total: Money! ${p} }
        type Money ${p} { minor: String! cost: String ${internal} }
      `),
    ).toBe(
      plain(`
        type Query { invoice: Invoice }
        type Invoice { id: ID! total: Money! }
        type Money { minor: String! }
      `),
    );
  });

  it('leaves out what can’t be reached, tagged or not', () => {
    expect(
      offered(`
        type Query { a: Int ${p} b(in: Lost): Lone }
        type Lone ${p} { id: ID }
        input Lost { x: Only }
        enum Only { X }
        scalar Never
        union Nobody = Lone
      `),
    ).toBe('type Query { a: Int }');
  });

  it('brings the inputs, enums and scalars that its fields take, without what is kept back', () => {
    expect(
      offered(`
        type Query { list(filter: Filter, debug: Boolean ${internal}): [Int!]! ${p} }
        input Filter { kind: Kind! since: Day inner: Filter trace: Boolean ${internal} }
        enum Kind { A B }
        scalar Day
      `),
    ).toBe(
      plain(`
        type Query { list(filter: Filter): [Int!]! }
        input Filter { kind: Kind! since: Day inner: Filter }
        enum Kind { A B }
        scalar Day
      `),
    );
  });

  it('keeps unions whole, and interfaces as far as they are offered', () => {
    expect(
      offered(`
        type Query { save: Result ${p} node: Node ${p} }
        union Result = Saved | Taken
        type Saved implements Node & Hidden ${p} { id: ID! at: String }
        type Taken implements Refusal ${p} { code: String! }
        interface Refusal ${p} { code: String! }
        type Locked implements Refusal { code: String! }
        interface Node { id: ID! ${p} at: String }
        interface Hidden { at: String }
      `),
    ).toBe(
      plain(`
        type Query { save: Result node: Node }
        union Result = Saved | Taken
        type Saved implements Node { id: ID! at: String }
        type Taken implements Refusal { code: String! }
        interface Refusal { code: String! }
        interface Node { id: ID! }
      `),
    );
  });

  it('is nothing when nothing at the root is tagged', () => {
    expect(offered(`type Query { a: A } type A ${p} { id: ID }`)).toBeNull();
  });

  it.each([
    [
      'a field whose type vanishes',
      `type Query { a: A ${p} } type A { b: Int }`,
      'Query.a is offered, but nothing of A is.',
    ],
    [
      'a union with a member that callers would not know',
      `type Query { a: U ${p} } union U = A | B type A ${p} { id: ID } type B { id: ID }`,
      'U is offered, but nothing of B is.',
    ],
    [
      'an interface that an answer may hold, with an implementation that callers would not know',
      `type Query { a: I ${p} } interface I ${p} { id: ID } type A implements I { id: ID }`,
      'I is offered, but nothing of A is.',
    ],
    [
      'such an interface also when it was met as a supertype before',
      `type Query { b: B ${p} a: I ${p} } interface I ${p} { id: ID } type A implements I { id: ID }
       type B implements I ${p} { id: ID }`,
      'I is offered, but nothing of A is.',
    ],
    [
      'an object that no longer has what its interface promises',
      `type Query { a: A ${p} } interface I ${p} { id: ID n: Int }
       type A implements I ${p} { id: ID n: Int ${internal} }`,
      'Interface field I.n expected but A does not provide it.',
    ],
    [
      'a required argument that is kept back',
      `type Query { a(id: ID! ${internal}): Int ${p} }`,
      "Query.a(id:) can't be kept back: it must be given.",
    ],
    [
      'a required input that is kept back',
      `type Query { a(in: In): Int ${p} } input In { x: Int! ${internal} y: Int }`,
      "In.x can't be kept back: it must be given.",
    ],
    [
      'a value of an enum that is kept back',
      `type Query { a: E ${p} } enum E { X Y ${internal} }`,
      "E.Y can't be kept back: an answer may hold it.",
    ],
    ['a root that is opened as a whole', `type Query ${p} { a: Int }`, 'Tag the fields of Query'],
  ])('refuses %s', (_what, sdl, problem) => {
    expect(() => offered(sdl)).toThrow(problem);
  });

  it('knows the tags of all subgraphs, also under another name', () => {
    const { supergraphSdl = '' } = composeServices([
      service(
        'a',
        `type Query { t: T @label(name: "partner") } type T @key(fields: "id") { id: ID! x: Int }`,
      ),
      service('b', `type T @key(fields: "id") @label(name: "partner") { id: ID! y: Int }`),
    ]);
    expect(plain(printSchema(partnerSchemaOf(supergraphSdl) ?? buildSchema('scalar None')))).toBe(
      'type Query { t: T } type T { id: ID! x: Int y: Int }',
    );
  });
});

/** Of a whole supergraph. */
const partnerSchemaOf = (sdl: string) =>
  partnerSchemaWithin({
    sdl,
    apiSchema: Supergraph.build(executableSupergraph(sdl)).apiSchema(),
  });

function service(name: string, sdl: string) {
  const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.12", import: ["@key", { name: "@tag", as: "@label" }])`;
  return { name, url: `http://${name}`, typeDefs: parse(`${link}\n${sdl}`) };
}

describe('the contract with FinFlow’s partners', () => {
  const root = resolve(import.meta.dirname, '../..');
  const text = (path: string) => readFileSync(resolve(root, path), 'utf8');
  const partners = buildSchema(text('gateway/partner.graphql'));
  const api = buildSchema(text('web/schema.graphql'));

  it('is what gateway/partner.graphql says', () => {
    const schema = partnerSchemaOf(text('gateway/supergraph.graphql'));
    expect(schema && `${printSchema(schema)}\n`).toBe(text('gateway/partner.graphql'));
  });

  it('is a part of the API, without people, sessions, keys, imports and the card form', () => {
    const fields = allFields(partners);
    const all = new Set(allFields(api));
    expect(fields.filter((field) => !all.has(field))).toEqual([]);
    expect(fields.length).toBeGreaterThan(100);
    const withheld = ['User', 'Me', 'Session', 'Membership', 'ApiKey', 'ReceivablesImport'];
    const closed = [...withheld, 'PayPage', 'PaymentSurface', 'Organization'];
    expect(closed.filter((name) => isObjectType(api.getType(name)))).toEqual(closed);
    expect(closed.filter((name) => partners.getType(name))).toEqual([]);
    expect(fields).not.toContain('Mutation.closePeriod');
    expect(fields).toContain('Mutation.issueInvoice');
    expect(fields).toContain('Subscription.paymentChanged');
  });
});
