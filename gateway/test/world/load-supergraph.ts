import { Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { withDefer } from '../../src/supergraph/defer-directive.ts';
import { executableSupergraph } from '../../src/supergraph/executable-supergraph.ts';
import type { LoadedSupergraph } from '../../src/supergraph/loaded-supergraph.ts';
import { plannerConfig } from '../../src/supergraph/planner-config.ts';

/** A supergraph as the gateway has it once it is loaded, without a gateway. */
export function loadSupergraph(supergraphSdl: string): LoadedSupergraph {
  const sdl = executableSupergraph(supergraphSdl);
  const supergraph = Supergraph.build(sdl);
  const apiSchema = supergraph.apiSchema();
  return {
    sdl,
    clientSchema: withDefer(apiSchema.toGraphQLJSSchema()),
    apiSchema,
    supergraphSchema: supergraph.schema.toGraphQLJSSchema(),
    planner: new QueryPlanner(supergraph, plannerConfig),
  };
}
