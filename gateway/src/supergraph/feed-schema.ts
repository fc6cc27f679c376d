import { Supergraph, type Schema } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { executableSupergraph } from './executable-supergraph.ts';

/** What planning and executing a subscription takes. Apollo's gateway keeps the same to itself. */
export type FeedSchema = {
  /** What clients see. */
  readonly clientSchema: GraphQLSchema;
  readonly apiSchema: Schema;
  /** With the directives, such as @requiresScopes. */
  readonly supergraphSchema: GraphQLSchema;
  readonly planner: QueryPlanner;
};

/** @throws Error when the text is no supergraph */
export function buildFeedSchema(supergraphSdl: string): FeedSchema {
  const supergraph = Supergraph.build(executableSupergraph(supergraphSdl));
  const apiSchema = supergraph.apiSchema();
  return {
    clientSchema: apiSchema.toGraphQLJSSchema(),
    apiSchema,
    supergraphSchema: supergraph.schema.toGraphQLJSSchema(),
    planner: new QueryPlanner(supergraph),
  };
}
