/**
 * The four subgraphs in a process of their own, started by run.ts. Each question is executed once and its answer kept by the text of the
 * request, so that what is measured is the gateway. Says its ports on the first line of its output; `GET /calls` tells how often it was
 * asked, and begins to count anew.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse, type GraphQLSchema } from 'graphql';
import { subgraphs } from './schemas.ts';

type Question = {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
};

let calls = 0;

async function answerOf(schema: GraphQLSchema, body: string): Promise<string> {
  const { query, variables, operationName } = JSON.parse(body) as Question;
  const result = await graphql({
    schema,
    source: query,
    ...(variables && { variableValues: variables }),
    ...(operationName && { operationName }),
  });
  return JSON.stringify(result);
}

async function serve(schema: GraphQLSchema): Promise<number> {
  const answers = new Map<string, string>();
  const answer = async (request: IncomingMessage): Promise<string> => {
    if (request.method === 'GET') {
      const counted = String(calls);
      calls = 0;
      return counted;
    }
    calls += 1;
    const body = await text(request);
    const known = answers.get(body) ?? (await answerOf(schema, body));
    answers.set(body, known);
    return known;
  };
  const server = createServer((request, response) => {
    void answer(request).then((json) => {
      response.setHeader('content-type', 'application/json');
      response.end(json);
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const ports = await Promise.all(
  Object.entries(subgraphs).map(async ([name, { typeDefs, resolvers }]) => {
    const schema = buildSubgraphSchema([{ typeDefs: parse(typeDefs), resolvers }]);
    return [name, await serve(schema)] as const;
  }),
);
process.stdout.write(`${JSON.stringify(Object.fromEntries(ports))}\n`);
