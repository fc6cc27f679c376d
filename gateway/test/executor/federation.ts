import type { ApolloGateway, GraphQLDataSource } from '@apollo/gateway';
import { composeServices } from '@apollo/composition';
import { ApolloServer } from '@apollo/server';
import { buildSubgraphSchema, type GraphQLResolverMap } from '@apollo/subgraph';

import { execute, parse, type GraphQLFormattedError } from 'graphql';
import type { Viewer } from '@finflow/shared/viewer';
import type { FieldGates } from '../../src/rights/field-gates.ts';
import { createSupergraphGateway, type ExecutorKind } from '../../src/supergraph/supergraph.ts';
import type { SubgraphCall, SubgraphSource } from '../../src/transports/subgraph-source.ts';
import type { GatewayContext } from '../../src/request-context.ts';

export type SubgraphParts = {
  readonly typeDefs: string;
  readonly resolvers?: object;
  /** 1: written for the first federation, which knows no link. Left out: 2. */
  readonly federation?: 1 | 2;
};

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.12", import: [
  "@key", "@requires", "@provides", "@external", "@shareable", "@override", "@inaccessible", "@interfaceObject", "@tag"
])`;

export type Answered = {
  readonly data: unknown;
  readonly errors: readonly Pick<GraphQLFormattedError, 'message' | 'path' | 'extensions'>[];
};

export type AskOptions = {
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
};

/** Subgraphs composed and put behind one executor, all in this process. */
export type Federation = {
  readonly gateway: ApolloGateway;
  readonly ask: (query: string, options?: AskOptions) => Promise<Answered>;
  /** What the subgraphs were asked, oldest first. */
  readonly calls: Pick<SubgraphCall, 'subgraph' | 'query' | 'variables'>[];
  readonly stop: () => Promise<void>;
};

export type FederationOptions = {
  readonly gatesOf?: (supergraphSdl: string) => FieldGates;
  readonly viewer?: Viewer;
  /** Subgraphs that don't answer. */
  readonly down?: readonly string[];
  /** What subgraphs answer to whatever they are asked. */
  readonly answers?: Readonly<Record<string, Awaited<ReturnType<SubgraphSource>>>>;
};

export async function federate(
  subgraphs: Readonly<Record<string, SubgraphParts>>,
  executor: ExecutorKind,
  { gatesOf, viewer = { kind: 'anonymous' }, down = [], answers = {} }: FederationOptions = {},
): Promise<Federation> {
  const calls: Federation['calls'] = [];
  const schemas = new Map(
    Object.entries(subgraphs).map(([name, parts]) => [
      name,
      buildSubgraphSchema([
        {
          typeDefs: documentOf(parts),
          resolvers: (parts.resolvers ?? {}) as GraphQLResolverMap<unknown>,
        },
      ]),
    ]),
  );
  const answer = async (name: string, query: string, variables: Record<string, unknown>) => {
    calls.push({ subgraph: name, query, variables });
    const always = answers[name];
    if (always) return always;
    const schema = schemas.get(name);
    if (!schema || down.includes(name)) throw new Error(`${name} is down`);
    const result = await execute({ schema, document: parse(query), variableValues: variables });
    // As over the wire: nothing that one subgraph keeps is changed by another's answer.
    return JSON.parse(JSON.stringify(result)) as Awaited<ReturnType<SubgraphSource>>;
  };
  const gateway = createSupergraphGateway({
    supergraphSdl: composed(subgraphs),
    executor,
    ...(gatesOf && { gatesOf }),
    dataSources: Object.fromEntries(
      [...schemas.keys()].map((name) => [name, dataSource(name, answer)]),
    ),
    source: ({ subgraph, query, variables, representations = [] }) =>
      answer(subgraph, query, {
        ...variables,
        ...Object.fromEntries(
          representations.map(({ variable, json }) => [variable, JSON.parse(json()) as unknown]),
        ),
      }),
  });
  const server = new ApolloServer({ gateway, includeStacktraceInErrorResponses: false });
  await server.start();
  const contextValue: Partial<GatewayContext> = { viewer };
  return {
    gateway,
    calls,
    stop: () => server.stop(),
    ask: async (query, options = {}) => {
      const { body } = await server.executeOperation({ query, ...options }, { contextValue });
      if (body.kind !== 'single') throw new Error('The answer is in one piece');
      const { data, errors = [] } = body.singleResult;
      return { data, errors: errors.map(comparable) };
    },
  };
}

type AnswerFrom = (
  name: string,
  query: string,
  variables: Record<string, unknown>,
) => Promise<Awaited<ReturnType<SubgraphSource>>>;

const dataSource = (name: string, answer: AnswerFrom): GraphQLDataSource => ({
  process: async ({ request }) =>
    (await answer(name, request.query ?? '', request.variables ?? {})) as Awaited<
      ReturnType<GraphQLDataSource['process']>
    >,
});

const documentOf = ({ typeDefs, federation = 2 }: SubgraphParts) =>
  parse(federation === 1 ? typeDefs : link + typeDefs);

/** @throws Error with every composition error */
export function composed(subgraphs: Readonly<Record<string, SubgraphParts>>): string {
  const { supergraphSdl, errors } = composeServices(
    Object.entries(subgraphs).map(([name, parts]) => ({
      name,
      url: `http://${name}`,
      typeDefs: documentOf(parts),
    })),
  );
  if (supergraphSdl === undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}

const comparable = ({ message, path, extensions }: GraphQLFormattedError) => ({
  message,
  ...(path && { path }),
  extensions: { code: extensions?.['code'] },
});

/** Asks both executors. */
export async function askBoth(
  subgraphs: Readonly<Record<string, SubgraphParts>>,
  query: string,
  options: AskOptions & FederationOptions = {},
): Promise<{ readonly stock: Answered; readonly compiled: Answered }> {
  const [stock, compiled] = await Promise.all(
    (['stock', 'compiled'] as const).map(async (executor) => {
      const federation = await federate(subgraphs, executor, options);
      const answered = await federation.ask(query, options).finally(federation.stop);
      return answered;
    }),
  );
  if (!stock || !compiled) throw new Error('Both executors were asked');
  return { stock, compiled };
}
