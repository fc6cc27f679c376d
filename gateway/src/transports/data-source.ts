import type { GraphQLDataSource } from '@apollo/gateway';
import type { GatewayContext } from '../request-context.ts';
import type { SubgraphSource } from './subgraph-source.ts';

/** The door of @apollo/gateway's own executor to one subgraph. */
export const createDataSource = (subgraph: string, source: SubgraphSource): GraphQLDataSource => ({
  process: async ({ request, context }) => {
    const { query, variables = {}, operationName } = request;
    if (query === undefined) throw new Error('The planner sends every operation as text');
    const result = await source(
      {
        subgraph,
        query,
        operationName: operationName ?? undefined,
        // The planner prints the operation first and names its kind, unless it is a query.
        kind: query.startsWith('mutation') ? 'mutation' : 'query',
        variables,
      },
      context as GatewayContext,
    );
    return result as Awaited<ReturnType<GraphQLDataSource['process']>>;
  },
});
