import type { Subgraph } from '@finflow/shared/graphql/subgraph';
import { findRoute, jsonResponse } from '@finflow/shared/http/route';
import type { SubgraphTransport } from './subgraph-transport.ts';

/** Calls a subgraph that runs in this process: no HTTP hop, no JSON in between. */
export const inProcess = (subgraph: Subgraph): SubgraphTransport => ({
  execute: (request) => subgraph.execute(request),
  forward: async (request) => {
    const route = findRoute(subgraph.routes, request.method, request.url.pathname);
    return route ? route.handle(request) : jsonResponse(404, { error: { code: 'NOT_FOUND' } });
  },
  ready: () => subgraph.ready(),
});
