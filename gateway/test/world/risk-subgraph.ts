import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLError, parse, type GraphQLSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';

export const riskSchema = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.12", import: ["@key", "@requiresScopes"])
  type Query { risks: Int @requiresScopes(scopes: [["payments:read"]]) }
  type Subscription {
    riskFound(minimum: Int = 0): Risk! @requiresScopes(scopes: [["payments:read"]])
  }
  type Risk @requiresScopes(scopes: [["payments:read"]]) { level: Int! payment: Payment! }
  type Payment @key(fields: "id", resolvable: false) { id: ID! }
`;

type Risk = { readonly level: number; readonly payment: { readonly id: string } };

/** A subgraph that serves a subscription itself, over graphql-ws; what it tells, the test says. */
export async function startRiskSubgraph(wantedPort = 0) {
  const waiting = new Set<(risk: Risk | null) => void>();
  const heard: { readonly headers: unknown; readonly minimum: unknown }[] = [];
  const refusing = { with: null as string | null };
  const server = createServer();
  const sockets = new WebSocketServer({ server, path: '/graphql' });
  const schema: GraphQLSchema = buildSubgraphSchema([
    {
      typeDefs: parse(riskSchema),
      resolvers: {
        Subscription: {
          riskFound: {
            subscribe: (_root: unknown, { minimum }: { minimum: number }, context: Context) => {
              if (refusing.with)
                throw new GraphQLError(refusing.with, { extensions: { code: 'FORBIDDEN' } });
              heard.push({ headers: context.headers, minimum });
              return risksFrom(waiting, minimum);
            },
          },
        },
      },
    },
  ]);
  const graphql = useServer(
    { schema, context: (_context, _id, { extensions }) => ({ headers: extensions?.['headers'] }) },
    sockets,
  );
  await new Promise<void>((resolve) => server.listen(wantedPort, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    heard,
    refusing,
    connections: () => sockets.clients.size,
    subscriptions: () => waiting.size,
    tell: (risk: Risk | null) => {
      for (const take of waiting) take(risk);
    },
    cutOff: () => sockets.clients.forEach((client) => client.terminate()),
    close: async () => {
      sockets.clients.forEach((client) => client.terminate());
      await graphql.dispose();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Context = { readonly headers: unknown };

/** Null ends it. */
function risksFrom(waiting: Set<(risk: Risk | null) => void>, minimum: number) {
  const queue: (Risk | null)[] = [];
  let wake = () => {};
  const take = (risk: Risk | null) => {
    if (risk === null || risk.level >= minimum) queue.push(risk);
    wake();
  };
  waiting.add(take);
  let isOver = false;
  const iterator: AsyncIterableIterator<{ riskFound: Risk }> = {
    next: async () => {
      while (queue.length === 0 && !isOver) await new Promise<void>((resolve) => (wake = resolve));
      const risk = queue.shift();
      if (!risk || isOver) return iterator.return?.() ?? { done: true, value: undefined };
      return { done: false, value: { riskFound: risk } };
    },
    return: async () => {
      isOver = true;
      waiting.delete(take);
      wake();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}
