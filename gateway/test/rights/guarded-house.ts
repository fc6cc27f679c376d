import { composeServices } from '@apollo/composition';
import { ApolloServer } from '@apollo/server';
import { buildSubgraphSchema, type GraphQLResolverMap } from '@apollo/subgraph';
import { enforceAuthorization, isAllowed, rulesOf } from '@finflow/shared/graphql/authorization';
import type { Viewer } from '@finflow/shared/viewer';
import { execute, parse, TypeInfo, visit, visitWithTypeInfo, type GraphQLSchema } from 'graphql';
import type { GatewayContext } from '../../src/request-context.ts';
import { createFieldGates } from '../../src/rights/field-gates.ts';
import { createSupergraphGateway } from '../../src/supergraph/supergraph.ts';
import type { SubgraphSource } from '../../src/transports/subgraph-source.ts';

const link = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.12", import: ["@key", "@requires", "@external", "@authenticated", "@requiresScopes", "@composeDirective"])
  @link(url: "https://finflow.example/specs/public/v1.0", import: ["@public"])
  @composeDirective(name: "@public")
  directive @public on FIELD_DEFINITION | OBJECT
`;

/** Two subgraphs whose marks meet in every way: on types, fields, behind interfaces and unions, and by @requires. */
const typeDefs = {
  catalog: `${link}
    type Query {
      items: [Item!]! @public
      item: Item @public
      holder: Holder @public
      holders: [Holder] @public
      things: [Thing] @public
      me: Person @authenticated
      secret: String @requiresScopes(scopes: [["secret"]])
      open: String @public
      unmarked: String
    }
    interface Holder { rank: Int name: String }
    union Thing = Item | Firm | Person
    type Person implements Holder @key(fields: "id") @authenticated {
      id: ID!
      name: String
      rank: Int @requiresScopes(scopes: [["rank"]])
      friend: Person
    }
    type Firm implements Holder @public { rank: Int name: String @authenticated }
    type Item @key(fields: "id") @public {
      id: ID!
      title: String
      price: Int @requiresScopes(scopes: [["price"], ["admin"]])
      weight: Int
      owner: Person
    }
  `,
  stock: `${link}
    type Item @key(fields: "id") @public {
      id: ID!
      price: Int @external
      weight: Int @external
      tax: Int @requires(fields: "price") @requiresScopes(scopes: [["price"], ["admin"]])
      shipping: Int @requires(fields: "weight")
      stock: Int! @requiresScopes(scopes: [["stock"]])
      supplier: Person
    }
    type Person @key(fields: "id") @authenticated {
      id: ID!
      salary: Int @requiresScopes(scopes: [["salary", "admin"]])
    }
  `,
};

export const scopes = ['rank', 'secret', 'price', 'admin', 'stock', 'salary'];

type Item = { id: string; price?: number; weight?: number };
const person = (id: string) => ({ __typename: 'Person', id, name: `p${id}`, rank: Number(id) });
const item = (id: string) => ({
  __typename: 'Item',
  id,
  title: `t${id}`,
  price: 10 * Number(id),
  weight: Number(id),
  owner: person(id),
});
const firm = { __typename: 'Firm', rank: 7, name: 'f' };

const resolvers = {
  catalog: {
    Query: {
      items: () => [item('1'), item('2')],
      item: () => item('3'),
      holder: () => firm,
      holders: () => [person('4'), firm, null],
      things: () => [item('5'), firm, person('6')],
      me: () => person('7'),
      secret: () => 's',
      open: () => 'o',
      unmarked: () => 'u',
    },
    Person: { __resolveReference: async ({ id }: Item) => person(id), friend: () => person('8') },
    Item: { __resolveReference: async ({ id }: Item) => item(id) },
  },
  stock: {
    Item: {
      __resolveReference: async (reference: Item) => reference,
      tax: ({ price = Number.NaN }: Item) => price * 2,
      shipping: ({ weight = Number.NaN }: Item) => weight * 3,
      stock: () => 9,
      supplier: () => ({ id: '4' }),
    },
    Person: {
      __resolveReference: async ({ id }: Item) => ({ id }),
      salary: ({ id }: Item) => Number(id) * 1000,
    },
  },
};

/** What a gateway answered to a caller, and which fields it asked for that the subgraph would not give him. */
export type Seen = {
  readonly data: unknown;
  readonly codes: readonly unknown[];
  readonly deniedFields: readonly string[];
};

/** The two subgraphs, which enforce their marks, behind a gateway with or without gates of its own. */
export async function openGuardedHouse(hasGates: boolean) {
  const schemas = new Map(
    (['catalog', 'stock'] as const).map((name) => [name as string, schemaOf(name)]),
  );
  let denied: string[] = [];
  const source: SubgraphSource = async (
    { subgraph, query, variables, representations = [] },
    { viewer },
  ) => {
    const schema = schemas.get(subgraph);
    if (!schema) throw new Error(`There is no ${subgraph}`);
    denied.push(...deniedFieldsOf(schema, query, viewer));
    const lists = representations.map(({ variable, json }) => [
      variable,
      JSON.parse(json()) as unknown,
    ]);
    const result = await execute({
      schema,
      document: parse(query),
      variableValues: { ...variables, ...Object.fromEntries(lists) },
      contextValue: { viewer },
    });
    return JSON.parse(JSON.stringify(result)) as Awaited<ReturnType<SubgraphSource>>;
  };
  const unused = { process: () => Promise.reject(new Error('The source is asked instead')) };
  const gateway = createSupergraphGateway({
    supergraphSdl: composed(),
    executor: 'compiled',
    dataSources: { catalog: unused, stock: unused },
    source,
    ...(hasGates && { gatesOf: createFieldGates }),
  });
  const server = new ApolloServer({ gateway });
  await server.start();
  return {
    stop: () => server.stop(),
    ask: async (query: string, viewer: Viewer): Promise<Seen> => {
      denied = [];
      const contextValue: Partial<GatewayContext> = { viewer };
      const { body } = await server.executeOperation({ query }, { contextValue });
      if (body.kind !== 'single') throw new Error('The answer is in one piece');
      const { data = null, errors = [] } = body.singleResult;
      return {
        data,
        codes: [...new Set(errors.map(({ extensions }) => extensions?.['code']))],
        deniedFields: denied,
      };
    },
  };
}

const schemaOf = (name: keyof typeof typeDefs): GraphQLSchema =>
  enforceAuthorization(
    buildSubgraphSchema([
      {
        typeDefs: parse(typeDefs[name]),
        resolvers: resolvers[name] as unknown as GraphQLResolverMap<unknown>,
      },
    ]),
  );

export function composed(): string {
  const { supergraphSdl, errors } = composeServices(
    Object.entries(typeDefs).map(([name, sdl]) => ({ name, url: name, typeDefs: parse(sdl) })),
  );
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}

/** The fields in a call that its subgraph will deny to the caller. */
function deniedFieldsOf(schema: GraphQLSchema, query: string, viewer: Viewer): string[] {
  const found: string[] = [];
  const types = new TypeInfo(schema);
  visit(
    parse(query),
    visitWithTypeInfo(types, {
      Field: ({ name: { value: name } }) => {
        const type = types.getParentType();
        if (!type || name.startsWith('_') || !('toConfig' in type)) return;
        const config = type.toConfig();
        const field = 'fields' in config ? config.fields[name] : undefined;
        const isObject = type.astNode?.kind === 'ObjectTypeDefinition';
        if (!field || !isObject) return;
        const isDenied = rulesOf(schema, type.name, field).some((rule) => !isAllowed(viewer, rule));
        if (isDenied) found.push(`${type.name}.${name}`);
      },
    }),
  );
  return found;
}
