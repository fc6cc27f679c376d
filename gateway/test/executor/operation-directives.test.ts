import { expect, it } from '@jest/globals';
import { readLoadedSupergraph } from '../../src/supergraph/loaded-supergraph.ts';
import { askBoth, federate, type SubgraphParts } from './federation.ts';

/** Two subgraphs that understand a directive of their own; the default of its argument is known to one of them. */
const house = (names: string, more = ''): Record<string, SubgraphParts> => {
  const own = (fallback: string) => `
    extend schema @link(url: "https://specs.example/access/v1.0", import: [${names}])
      ${names.replace(/"@(\w+)"/g, '@federation__composeDirective(name: "@$1")')}
    directive @access(scope: Scope!${fallback}) on FIELD | QUERY
    ${more}
    enum Scope { PUBLIC PRIVATE }`;
  return {
    a: {
      typeDefs: `${own('')} type Query { a: String node: Node } type Node @key(fields: "id") { id: ID! }`,
      resolvers: { Query: { a: () => 'a', node: () => ({ id: '1' }) } },
    },
    b: {
      typeDefs: `${own(' = PUBLIC')} type Query { b: String } type Node @key(fields: "id") { id: ID! name: String }`,
      resolvers: {
        Query: { b: () => 'b' },
        Node: { __resolveReference: async () => ({ name: 'n' }) },
      },
    },
  };
};

const visibleDirectives = async (subgraphs: Record<string, SubgraphParts>) => {
  const federation = await federate(subgraphs, 'compiled');
  const { clientSchema } = readLoadedSupergraph(federation.gateway);
  await federation.stop();
  return clientSchema.getDirectives().map(({ name }) => name);
};

it('lets clients use in operations what subgraphs composed for operations', async () => {
  const { stock, compiled } = await askBoth(house('"@access"'), '{ a @access b @access }');
  expect(stock.errors.map(({ message }) => message)).toContain('Unknown directive "@access".');
  expect(compiled).toEqual({ data: { a: 'a', b: 'b' }, errors: [] });
});

it('hands them on to the subgraphs that serve the fields, with their arguments', async () => {
  const federation = await federate(house('"@access"'), 'compiled');
  const query = `query ($scope: Scope!) @access(scope: $scope) {
    a @access(scope: $scope)
    node { name @access(scope: PRIVATE) }
  }`;
  const answered = await federation.ask(query, { variables: { scope: 'PUBLIC' } });
  await federation.stop();
  expect(answered).toEqual({ data: { a: 'a', node: { name: 'n' } }, errors: [] });
  expect(federation.calls).toMatchObject([
    { subgraph: 'a', variables: { scope: 'PUBLIC' } },
    { subgraph: 'b', variables: { scope: 'PUBLIC' } },
  ]);
  const [a = '', b = ''] = federation.calls.map((call) => call.query);
  expect(a).toMatch(/@access\(scope:\$scope\)\{a@access\(scope:\$scope\)/);
  expect(b).toMatch(/name@access\(scope:PRIVATE\)/);
});

it('writes out a default that only one subgraph knows', async () => {
  const federation = await federate(house('"@access"'), 'compiled');
  await federation.ask('query @access { a @access }');
  await federation.stop();
  expect(federation.calls).toMatchObject([
    {
      subgraph: 'a',
      query: expect.stringMatching(/@access\(scope:PUBLIC\)\{a@access\(scope:PUBLIC\)\}/),
    },
  ]);
});

it('refuses what their definition does not allow', async () => {
  const { compiled } = await askBoth(house('"@access"'), '{ a @access(scope: NOBODY) }');
  expect(compiled.errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
});

it('shows clients no directives for schemas, nor the link that brings them', async () => {
  expect(await visibleDirectives(house('"@access"'))).toContain('access');
  const mixed = await visibleDirectives(
    house('"@access", "@owner"', 'directive @owner(team: String) on OBJECT'),
  );
  expect(mixed).not.toContain('owner');
  expect(mixed).not.toContain('link');
});
