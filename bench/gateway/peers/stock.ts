/**
 * @apollo/gateway and @apollo/server as they come, from bench/gateway/peers/node_modules. The schema of the supergraph is not reported to
 * anybody, and nothing is logged. On SIGHUP it takes up the file anew.
 *
 *   node bench/gateway/peers/stock.ts SUPERGRAPH PORT
 */
import { readFileSync } from 'node:fs';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

const [supergraphFile = '', port = ''] = process.argv.slice(2);
process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
const supergraph = () => readFileSync(supergraphFile, 'utf8');

/** Who calls is handed on, as all here do. Left out when Apollo's gateway asks on its own behalf. */
type Caller = { readonly authorization?: string };

const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
const gateway = new ApolloGateway({
  supergraphSdl: async ({ update }) => {
    process.on('SIGHUP', () => update(supergraph()));
    return { supergraphSdl: supergraph() };
  },
  logger: silent,
  buildService: ({ url }) =>
    new RemoteGraphQLDataSource<Caller>({
      ...(url !== undefined && { url }),
      willSendRequest: ({ request, context }) =>
        request.http?.headers.set('authorization', context.authorization ?? ''),
    }),
});
const server = new ApolloServer<Caller>({ gateway, logger: silent, introspection: true });
await startStandaloneServer(server, {
  listen: { port: Number(port), host: '127.0.0.1' },
  context: async ({ req }) => ({ authorization: req.headers.authorization ?? '' }),
});
