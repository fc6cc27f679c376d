import { Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { plannableSupergraph } from './plannable-supergraph.ts';
import type { LoadedSupergraph } from './loaded-supergraph.ts';
import { plannerConfig } from './planner-config.ts';

/** What planning and executing a subscription takes. */
export type FeedSchema = LoadedSupergraph;

/** @throws Error when the text is no supergraph */
export function buildFeedSchema(supergraphSdl: string): FeedSchema {
  const sdl = plannableSupergraph(supergraphSdl);
  const supergraph = Supergraph.build(sdl);
  const apiSchema = supergraph.apiSchema();
  return {
    sdl,
    clientSchema: apiSchema.toGraphQLJSSchema(),
    apiSchema,
    supergraphSchema: supergraph.schema.toGraphQLJSSchema(),
    planner: new QueryPlanner(supergraph, plannerConfig),
  };
}
