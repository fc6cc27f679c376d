/**
 * The cases of the public federation audit, answered by our executor and by that of @apollo/gateway, in this process:
 *
 *   LOG_LEVEL=silent npx node bench/gateway/audit/run.ts CHECKOUT [suite ...]
 *
 * CHECKOUT is a clone of graphql-hive/federation-gateway-audit; nothing in it has to be installed. A dot is a case answered as expected.
 */
import { isDeepStrictEqual } from 'node:util';
import { composeServices } from '@apollo/composition';
import { ApolloServer } from '@apollo/server';
import { buildSubgraphSchema, type GraphQLResolverMap } from '@apollo/subgraph';
import { createSupergraphGateway } from '@finflow/gateway/supergraph/supergraph';
import type { GatewayContext } from '@finflow/gateway/request-context';
import { execute, parse, specifiedRules, validate, type GraphQLSchema } from 'graphql';
import { print, printLine } from '../../print.ts';
import { env, type AuditCase, type AuditSubgraph, type AuditSuite } from './kit.ts';
import { readSuites } from './read-suites.ts';

const [checkout, ...wanted] = process.argv.slice(2);
if (checkout === undefined) throw new Error('Say where the audit is checked out');

const executors = ['compiled', 'stock'] as const;
type Executor = (typeof executors)[number];

const suites = await readSuites(checkout, wanted);
const passed = { compiled: 0, stock: 0 };
let cases = 0;
for (const [name, suite] of suites) {
  cases += suite.cases().length;
  const marks: string[] = [];
  // One after the other: subgraphs keep what mutations write.
  for (const executor of executors) marks.push(`${executor} ${await marksOf(suite, executor)}`);
  printLine(`${name.padEnd(50)} ${marks.join('  ')}`);
}
print({ suites: suites.size, cases, ...passed });

async function marksOf({ subgraphs, cases: casesOf }: AuditSuite, executor: Executor) {
  const server = await serverOf(subgraphs, executor);
  let marks = '';
  for (const one of casesOf()) {
    const isRight = await isAnswered(server, one);
    if (isRight) passed[executor] += 1;
    marks += isRight ? '.' : 'X';
  }
  await server.stop();
  return marks;
}

async function serverOf(subgraphs: readonly AuditSubgraph[], executor: Executor) {
  const ask = asking(subgraphs);
  const gateway = createSupergraphGateway({
    supergraphSdl: composed(subgraphs),
    executor,
    dataSources: Object.fromEntries(
      subgraphs.map(({ name }) => [
        name,
        { process: ({ request }) => ask(name, request.query ?? '', request.variables ?? {}) },
      ]),
    ),
    source: ({ subgraph, query, variables, representations = [] }) => {
      const lists = representations.map(({ variable, json }) => [variable, JSON.parse(json())]);
      return ask(subgraph, query, { ...variables, ...Object.fromEntries(lists) });
    },
  });
  const server = new ApolloServer<Partial<GatewayContext>>({ gateway });
  await server.start();
  return server;
}

type Answered = { readonly data?: Record<string, unknown> | null; readonly errors?: never[] };

/** The subgraphs, in this process, as if over the wire: what a subgraph would refuse is refused, and answers are JSON. */
function asking(subgraphs: readonly AuditSubgraph[]) {
  const schemas = new Map(subgraphs.map((subgraph) => [subgraph.name, schemaOf(subgraph)]));
  return async (name: string, query: string, variableValues: Record<string, unknown>) => {
    const schema = schemas.get(name);
    if (!schema) throw new Error(`There is no subgraph ${name}`);
    const document = parse(query);
    const errors = validate(schema, document, specifiedRules);
    const answer =
      errors.length > 0
        ? { errors }
        : await execute({ schema, document, variableValues, contextValue: { env } });
    return JSON.parse(JSON.stringify(answer)) as Answered;
  };
}

function schemaOf({ typeDefs, resolvers }: AuditSubgraph): GraphQLSchema {
  const module = { typeDefs: parse(typeDefs), resolvers: resolvers as GraphQLResolverMap<unknown> };
  return buildSubgraphSchema([module]);
}

function composed(subgraphs: readonly AuditSubgraph[]): string {
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map(({ name, typeDefs }) => ({
      name,
      url: `http://${name}`,
      typeDefs: parse(typeDefs),
    })),
  );
  if (supergraphSdl === undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}

async function isAnswered(
  server: ApolloServer<Partial<GatewayContext>>,
  { query, expected }: AuditCase,
): Promise<boolean> {
  const { body } = await server.executeOperation(
    { query },
    { contextValue: { viewer: { kind: 'anonymous' } } },
  );
  if (body.kind !== 'single') throw new Error('Nothing is deferred, so the answer is in one piece');
  const { data = null, errors = [] } = body.singleResult;
  const { data: wanted = null, errors: fails } = JSON.parse(
    JSON.stringify(expected),
  ) as typeof expected;
  if (fails !== undefined && fails !== errors.length > 0) return false;
  return isDeepStrictEqual(JSON.parse(JSON.stringify(data)), wanted);
}
