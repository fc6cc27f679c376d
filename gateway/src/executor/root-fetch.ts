import type { FetchNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { subgraphOf } from '../supergraph/required-hops.ts';
import type { SubgraphCall } from '../transports/subgraph-source.ts';
import { isData, merge, type Data, type Path } from './data.ts';
import { clientVariableOf } from './names.ts';
import { gather, type PlanPath } from './paths.ts';
import { compileRewrites, renamedKeys } from './rewrites.ts';
import { ask, noteErrors, type Run, type Step } from './run.ts';

/** Compiles a fetch that needs no entity: root fields of a subgraph. Its answer is merged into each target. */
export function compileRootFetch(fetch: FetchNode, at: PlanPath, schema: GraphQLSchema): Step {
  const call = callOf(fetch);
  const rewrite = compileRewrites(fetch.outputRewrites, schema);
  const renamed = renamedKeys(fetch.outputRewrites);
  const prefix: Path = at.filter((step) => typeof step === 'string').filter((step) => step !== '@');
  return async (run) => {
    const targets = new Set<Data>();
    gather(run.data, at, targets);
    if (targets.size === 0) return;
    const asked = { ...call, variables: variablesOf(fetch, run) };
    const result = await ask(run, asked, () => targets);
    if (!result) return;
    noteErrors(run, asked, result, (path) => [
      path && [...prefix, ...path.map((element) => renamed.get(String(element)) ?? element)],
    ]);
    if (!isData(result.data)) return;
    rewrite?.(result.data);
    for (const target of targets) merge(target, result.data, schema);
  };
}

/** What is the same in each call of a fetch. A subscription's first step counts as a query: it is answered from a signal. */
export const callOf = (fetch: FetchNode): Omit<SubgraphCall, 'variables' | 'representations'> => ({
  subgraph: subgraphOf(fetch.serviceName),
  query: fetch.operation,
  operationName: fetch.operationName,
  kind: fetch.operationKind === 'mutation' ? 'mutation' : 'query',
});

/** Those of the client's variables that the fetch uses; what wasn't sent has its default in the text. */
export function variablesOf({ variableUsages = [] }: FetchNode, { variables }: Run) {
  const used: Record<string, unknown> = {};
  for (const usage of variableUsages) {
    const name = clientVariableOf(usage);
    if (Object.hasOwn(variables, name) && variables[name] !== undefined) {
      used[usage] = variables[name];
    }
  }
  return used;
}
