import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';

/** A fetch of a plan. `at`: the response names that lead to what it is about, each after a dot; empty at the root. */
type PlacedFetch = { readonly fetch: FetchNode; readonly at: string };

/** All fetches of a plan, whenever they are made. */
export const plannedFetches = ({ node }: QueryPlan): readonly PlacedFetch[] => fetchesOf(node, '');

function fetchesOf(node: QueryPlan['node'], at: string): readonly PlacedFetch[] {
  const all = (nodes: readonly (PlanNode | undefined)[]) =>
    nodes.flatMap((child) => fetchesOf(child, at));
  switch (node?.kind) {
    case undefined:
      return [];
    case 'Fetch':
      return [{ fetch: node, at }];
    case 'Sequence':
    case 'Parallel':
      return all(node.nodes);
    case 'Flatten':
      return fetchesOf(node.node, [at, ...namesIn(node.path.map(String))].join('.'));
    case 'Defer':
      return all([node.primary.node, ...node.deferred.map((deferred) => deferred.node)]);
    case 'Condition':
      return all([node.ifClause, node.elseClause]);
    case 'Subscription':
      return all([node.primary, node.rest]);
    default:
      return node satisfies never;
  }
}

/** Without lists and types. */
const namesIn = (path: readonly string[]): readonly string[] =>
  path.map((step) => step.replace(/\|.*/, '')).filter((step) => step !== '' && step !== '@');
