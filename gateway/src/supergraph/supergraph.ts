import type { ApolloGateway, GatewayConfig, GraphQLDataSource } from '@apollo/gateway';
import { log } from '@finflow/shared/log';
import { executableSupergraph } from './executable-supergraph.ts';
import { plannableSupergraph } from './plannable-supergraph.ts';
import { subgraphOf } from './required-hops.ts';
import { acceptedPlannerConfig } from './planner-config.ts';
import { FinFlowGateway, type FinFlowGatewayOptions } from './finflow-gateway.ts';
import { StockGateway } from './stock-gateway.ts';

/** The virtual subgraph of the feeds: composed, but no process stands behind it. */
export const feedsSubgraph = 'events';

/** Who executes the plans: our compiled executor, or the one of @apollo/gateway to fall back on and to compare with. */
export type ExecutorKind = 'compiled' | 'stock';

export type SupergraphOptions = FinFlowGatewayOptions & {
  readonly supergraphSdl: string;
  readonly dataSources: Readonly<Record<string, GraphQLDataSource>>;
  readonly executor: ExecutorKind;
};

/**
 * The planner and executor of queries and mutations, over the given subgraphs.
 * @throws Error when the supergraph names a subgraph that has no data source
 */
export function createSupergraphGateway(options: SupergraphOptions): ApolloGateway {
  // Else it sends usage statistics to its maker every hour.
  process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
  const { supergraphSdl, dataSources, executor, ...own } = options;
  const config: GatewayConfig = {
    supergraphSdl:
      executor === 'stock'
        ? executableSupergraph(supergraphSdl)
        : plannableSupergraph(supergraphSdl),
    logger: log,
    queryPlannerConfig: executor === 'stock' ? {} : acceptedPlannerConfig,
    buildService: ({ name }) => {
      if (name === feedsSubgraph) return unreachableFeeds;
      const dataSource = dataSources[subgraphOf(name)];
      if (!dataSource) throw new Error(`The supergraph names ${name}, to which there is no way.`);
      return dataSource;
    },
  };
  return executor === 'stock' ? new StockGateway(config) : new FinFlowGateway(config, own);
}

const unreachableFeeds: GraphQLDataSource = {
  process: () => Promise.reject(new Error('The feeds are answered from the bus, never asked')),
};
