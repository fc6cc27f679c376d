import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { log } from '@finflow/shared/log';
import { executableSupergraph } from './executable-supergraph.ts';

/** The virtual subgraph of the feeds: composed, but no process stands behind it. */
export const feedsSubgraph = 'events';

/**
 * Apollo's gateway over the given subgraphs: plans and executes queries and mutations.
 * @throws Error when the supergraph names a subgraph that has no data source
 */
export function createApolloGateway(
  supergraphSdl: string,
  dataSources: Readonly<Record<string, GraphQLDataSource>>,
): ApolloGateway {
  // Else it sends usage statistics to its maker every hour.
  process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
  return new ApolloGateway({
    supergraphSdl: executableSupergraph(supergraphSdl),
    logger: log,
    buildService: ({ name }) => {
      if (name === feedsSubgraph) return unreachableFeeds;
      const dataSource = dataSources[name];
      if (!dataSource) throw new Error(`The supergraph names ${name}, to which there is no way.`);
      return dataSource;
    },
  });
}

const unreachableFeeds: GraphQLDataSource = {
  process: () => Promise.reject(new Error('The feeds are answered from the bus, never asked')),
};
