import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { ApolloServer, HeaderMap } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { inProcess } from '@finflow/gateway/transports/in-process';
import { createAccessTokenVerifier } from '@finflow/gateway/viewer/access-token-keys';
import type { House } from '@finflow/local/house';
import { inOrganization } from '@finflow/shared/database/tenancy';
import type { BaseContext, Subgraph } from '@finflow/shared/graphql/subgraph';
import { readBody } from '@finflow/shared/http/read-body';
import { newId } from '@finflow/shared/ids';
import { log, withLogContext } from '@finflow/shared/log';
import { organizationOf, type Viewer } from '@finflow/shared/viewer';
import { monolithSchema, type MonolithContext } from './monolith-schema.ts';

export type Monolith = { readonly url: string; close(): Promise<void> };

/**
 * The same rooms behind ONE Apollo Server that knows nothing of federation: the yardstick. It verifies the same access tokens, keeps
 * organizations apart by the same database rules, writes a line a request, and has none of the gateway's limits.
 */
export async function startMonolith({
  auth,
  payments,
  accounting,
  analytics,
}: House): Promise<Monolith> {
  const rooms = [auth, payments, accounting, analytics].map(({ subgraph }) => subgraph);
  const apollo = new ApolloServer<MonolithContext>({
    schema: monolithSchema(rooms),
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    plugins: [ApolloServerPluginLandingPageDisabled()],
  });
  await apollo.start();
  const verify = createAccessTokenVerifier(inProcess(auth.subgraph));
  const server = createServer((message, response) => {
    answer(apollo, verify, { message, response }).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.');
  return {
    url: `http://127.0.0.1:${address.port}/graphql`,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await apollo.stop();
    },
  };
}

type Exchange = { readonly message: IncomingMessage; readonly response: ServerResponse };

async function answer(
  apollo: ApolloServer<MonolithContext>,
  verify: ReturnType<typeof createAccessTokenVerifier>,
  { message, response }: Exchange,
): Promise<void> {
  const startedMs = performance.now();
  const token = message.headers.authorization?.replace('Bearer ', '') ?? '';
  const { viewer } = await verify(token);
  const body: unknown = JSON.parse(String(await readBody(message, 1024 * 1024)));
  const headers = new HeaderMap(Object.entries(message.headers).map(([k, v]) => [k, String(v)]));
  const requestId = newId();
  const organizationId = organizationOf(viewer);
  const httpGraphQLRequest = { method: 'POST', headers, search: '', body };
  const result = await withLogContext({ requestId, organizationId: organizationId ?? '' }, () =>
    inOrganization(organizationId, () =>
      apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest,
        context: async () => contextOf(viewer, requestId),
      }),
    ),
  );
  if (result.body.kind !== 'complete') throw new Error('The monolith answers at once');
  log.info('operation answered', { durationMs: Math.round(performance.now() - startedMs) });
  response
    .writeHead(result.status ?? 200, Object.fromEntries(result.headers))
    .end(result.body.string);
}

function contextOf(viewer: Viewer, requestId: string): MonolithContext {
  const contexts = new Map<Subgraph, BaseContext>();
  const base: BaseContext = {
    viewer,
    requestId,
    traceparent: undefined,
    headers: {},
    setCookie: () => undefined,
  };
  return {
    parents: new WeakMap(),
    contextIn: (room) => {
      const context = contexts.get(room) ?? room.contextOf(base);
      contexts.set(room, context);
      return context;
    },
  };
}
