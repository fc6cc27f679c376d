import type { Subgraph } from '@finflow/shared/graphql/subgraph';
import { findRoute, jsonResponse } from '@finflow/shared/http/route';
import type { Representations, SubgraphCall } from './subgraph-source.ts';
import type { SubgraphTransport } from './subgraph-transport.ts';

/** Calls a subgraph that runs in this process: no HTTP hop, no JSON and no signature in between. */
export const inProcess = (subgraph: Subgraph): SubgraphTransport => ({
  isInProcess: true,
  execute: ({ viewer, query, operationName, variables, representations, headers, deadlineAtMs }) =>
    subgraph.executeAs(viewer, {
      query,
      operationName,
      variables: representations ? withLists(variables, representations) : variables,
      headers,
      deadlineAtMs,
    }),
  forward: async (request) => {
    const route = findRoute(subgraph.routes, request.method, request.url.pathname);
    return route ? route.handle(request) : jsonResponse(404, { error: { code: 'NOT_FOUND' } });
  },
  ready: () => subgraph.ready(),
});

const withLists = (
  variables: SubgraphCall['variables'],
  lists: readonly Representations[],
): SubgraphCall['variables'] => ({
  ...variables,
  ...Object.fromEntries(lists.map(({ variable, values }) => [variable, values()])),
});
