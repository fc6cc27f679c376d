import type { SubgraphResponse } from '@finflow/shared/graphql/subgraph';
import type { GatewayContext } from '../request-context.ts';

/** One planned step: an operation for one subgraph. */
export type SubgraphCall = {
  /** Its name in the supergraph. */
  readonly subgraph: string;
  /** The text; one plan always hands over the same string, so that what is compiled from it can be kept under it. */
  readonly query: string;
  readonly operationName: string | undefined;
  readonly kind: 'query' | 'mutation';
  /** Without `representations`. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Of an entity fetch: each entity once. `json` is the same list as text. */
  readonly representations?: { readonly values: readonly object[]; readonly json: () => string };
};

export type SubgraphResult = Omit<SubgraphResponse, 'setCookies'>;

/**
 * Asks subgraphs on behalf of the caller in the context. Cookies that the subgraph sets are added to the context.
 * @throws GraphQLError SERVICE_UNAVAILABLE when the subgraph gives no answer
 */
export type SubgraphSource = (
  call: SubgraphCall,
  context: GatewayContext,
) => Promise<SubgraphResult>;
