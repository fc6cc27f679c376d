import type { Schema } from '@apollo/federation-internals';
import type { ApolloGateway, GatewayConfig, GraphQLDataSource } from '@apollo/gateway';
import { log } from '@finflow/shared/log';
import { executableSupergraph } from './executable-supergraph.ts';
import type { InTurn } from './in-turn.ts';
import { makeAhead } from './made-ahead.ts';
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
export const createSupergraphGateway = (options: SupergraphOptions): ApolloGateway =>
  gatewayOver(plannedText(options), options);

/** A gateway that has little left to do when it loads, the text that it plans with, and the API that clients will see. */
export type ReadyGateway = {
  readonly planning: ApolloGateway;
  readonly sdl: string;
  readonly apiSchema: Schema;
};

/**
 * The same, made a piece a turn, so that a gateway that serves meanwhile goes on answering.
 * @throws Error also when the text is no supergraph
 */
export async function createReadyGateway(
  options: SupergraphOptions,
  inTurn: InTurn,
): Promise<ReadyGateway> {
  const sdl = await inTurn(() => plannedText(options));
  const planning = gatewayOver(sdl, options);
  return { planning, sdl, apiSchema: await makeAhead(planning, sdl, inTurn) };
}

const plannedText = ({ supergraphSdl, executor }: SupergraphOptions): string =>
  executor === 'stock' ? executableSupergraph(supergraphSdl) : plannableSupergraph(supergraphSdl);

function gatewayOver(planned: string, options: SupergraphOptions): ApolloGateway {
  // Else it sends usage statistics to its maker every hour.
  process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
  const { supergraphSdl: _given, dataSources, executor, ...own } = options;
  const config: GatewayConfig = {
    supergraphSdl: planned,
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
