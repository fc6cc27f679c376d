import { beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, parse, type GraphQLSchema } from 'graphql';
import { isPersonal } from '../src/subscriptions/personal-fields.ts';
import { sharingKey } from '../src/subscriptions/sharing-key.ts';
import { createBooks } from './world/books.ts';

let supergraph: GraphQLSchema;
beforeAll(() => {
  supergraph = buildSchema(`
    directive @join__graph(name: String!, url: String!) on ENUM_VALUE
    directive @join__type(graph: join__Graph!, key: String) repeatable on OBJECT | INTERFACE
    directive @join__field(graph: join__Graph, requires: String, external: Boolean) repeatable on FIELD_DEFINITION
    enum join__Graph {
      AUTH @join__graph(name: "auth", url: "")
      EVENTS @join__graph(name: "events", url: "")
      PAYMENTS @join__graph(name: "payments", url: "")
    }
    type Query { nothing: Int }
    type Subscription @join__type(graph: EVENTS) { paymentChanged: Payment }
    interface Thing { id: ID! owner: String }
    type Payment implements Thing @join__type(graph: PAYMENTS) @join__type(graph: AUTH) @join__type(graph: EVENTS) {
      id: ID!
      status: String @join__field(graph: PAYMENTS)
      owner: String @join__field(graph: PAYMENTS)
      seenByMe: Boolean @join__field(graph: AUTH)
      risk: Int @join__field(graph: PAYMENTS, requires: "status")
      advice: String @join__field(graph: PAYMENTS, requires: "seenByMe")
      deep: String @join__field(graph: PAYMENTS, requires: "other { status }")
      other: Thing @join__field(graph: PAYMENTS)
      lent: String @join__field
      unknown: Unknown @join__field(graph: PAYMENTS)
    }
    type Unknown { of: String }
    type Draft implements Thing @join__type(graph: AUTH) { id: ID! owner: String }
  `);
});

describe('what is selected', () => {
  it.each<[string, boolean]>([
    ['status', false],
    ['status risk __typename', false],
    ['seenByMe', true],
    ['...F', true],
    ['advice', true],
    ['deep', true],
    ['lent', true],
    ['unknown { of }', true],
    ['other { __typename }', false],
    ['other { owner }', true],
    ['other { ... on Payment { owner } }', false],
  ])('%s may differ between users: %s', (fields, expected) => {
    const document = parse(`subscription { paymentChanged { ${fields} } }
      fragment F on Payment { status seenByMe }`);
    const used =
      fields === '...F' ? document : parse(`subscription { paymentChanged { ${fields} } }`);
    expect(isPersonal(supergraph, used)).toBe(expected);
  });
});

describe('two users share a feed', () => {
  const { organizationId } = createBooks();
  const user = (userId: string, scopes: readonly string[]) => ({
    kind: 'user' as const,
    userId,
    sessionId: userId,
    organizationId,
    role: 'OWNER' as const,
    scopes,
  });
  const key = (isPersonalFeed: boolean, variables: object, viewer: ReturnType<typeof user>) =>
    sharingKey({ isPersonal: isPersonalFeed }, { ...variables }, viewer);

  it('when rights and variables are equal, in whatever order they are written', () => {
    expect(key(false, { a: 1, b: 2 }, user('x', ['p', 'q']))).toBe(
      key(false, { b: 2, a: 1 }, user('y', ['q', 'p'])),
    );
  });

  it('not when what is selected is of the user, the scopes differ, or the variables do', () => {
    const keys = [
      key(false, { a: 1 }, user('x', ['p'])),
      key(true, { a: 1 }, user('x', ['p'])),
      key(true, { a: 1 }, user('y', ['p'])),
      key(false, { a: 1 }, user('x', ['p', 'q'])),
      key(false, { a: 2 }, user('x', ['p'])),
      key(false, { a: '1' }, user('x', ['p'])),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});
