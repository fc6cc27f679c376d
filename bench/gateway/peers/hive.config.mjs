import { defineConfig } from '@graphql-hive/gateway';

/**
 * Hive Gateway over the same supergraph: no reports, no pages, no sharing between callers (who calls is handed on, as all here do).
 * `HIVE_PLANNER=rust` plans with Hive's router.
 */
const planner =
  process.env['HIVE_PLANNER'] === 'rust'
    ? { unifiedGraphHandler: (await import('@graphql-hive/router-runtime')).unifiedGraphHandler }
    : {};

export const gatewayConfig = defineConfig({
  supergraph: process.env['HIVE_SUPERGRAPH'] ?? '',
  host: '127.0.0.1',
  port: Number(process.env['HIVE_PORT']),
  fork: 1,
  logging: 'error',
  landingPage: false,
  graphiql: false,
  jit: process.env['HIVE_PLANNER'] !== 'rust',
  propagateHeaders: {
    fromClientToSubgraphs: ({ request }) => ({
      authorization: request.headers.get('authorization') ?? '',
    }),
  },
  ...planner,
});
