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
  /** Without the lists of representations. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Of an entity fetch: one list for each `_entities` of the text, several where sibling fetches share a request. */
  readonly representations?: readonly Representations[];
};

/** A list of entities to ask for, each once. It is written out in the form that the transport needs, and in that only. */
export type Representations = {
  /** The variable that takes the list, without `$`. */
  readonly variable: string;
  readonly values: () => readonly object[];
  /** The same list as JSON text. */
  readonly json: () => string;
};

export type SubgraphResult = Omit<SubgraphResponse, 'setCookies'>;

/**
 * Asks subgraphs on behalf of the caller in the context. Cookies that the subgraph sets are added to the context. The data belongs
 * to who asked, who writes into it: an answer that several share has to be copied for each.
 * @throws GraphQLError SERVICE_UNAVAILABLE when the subgraph gives no answer
 */
export type SubgraphSource = (
  call: SubgraphCall,
  context: GatewayContext,
) => Promise<SubgraphResult>;
