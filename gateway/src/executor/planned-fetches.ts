import type { FetchNode, PlanNode, QueryPlan, ResponsePath } from '@apollo/query-planner';

/** A fetch of a plan, and the way to what it is about; none at the root. */
export type PlacedFetch = { readonly fetch: FetchNode; readonly path: ResponsePath };

/** All fetches of a plan, whenever they are made. */
export const plannedFetches = ({ node }: QueryPlan): readonly PlacedFetch[] => fetchesOf(node, []);

function fetchesOf(node: QueryPlan['node'], path: ResponsePath): readonly PlacedFetch[] {
  const all = (nodes: readonly (PlanNode | undefined)[]) =>
    nodes.flatMap((child) => fetchesOf(child, path));
  switch (node?.kind) {
    case undefined:
      return [];
    case 'Fetch':
      return [{ fetch: node, path }];
    case 'Sequence':
    case 'Parallel':
      return all(node.nodes);
    case 'Flatten':
      return fetchesOf(node.node, [...path, ...node.path]);
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

/** One step on the way to what a fetch is about: a response name and, where only objects of some types are meant, these. */
type PlacedStep = { readonly name: string; readonly types: readonly string[] | null };

/**
 * The steps of a path.
 * @param path as the planner writes it: `media`, `@` for each item of a list, with types `media|[Book,Film]`; the name is empty at the root
 */
export const stepsOf = (path: ResponsePath): readonly PlacedStep[] =>
  path.map((element) => {
    const [name = '', types] = String(element).split('|');
    return { name, types: types?.slice(1, -1).split(',') ?? null };
  });

export const isField = ({ name }: Pick<PlacedStep, 'name'>): boolean => name !== '' && name !== '@';

/** Gives other fetches for one: they need nothing of each other, and are about what it is about, or a part of that. */
export type ReplaceFetch = (placed: PlacedFetch) => readonly PlacedFetch[];

/** The plan with other fetches. */
export function withFetches(plan: QueryPlan, replace: ReplaceFetch): QueryPlan {
  const { node } = plan;
  if (node === undefined) return plan;
  if (node.kind !== 'Subscription') return { ...plan, node: replaced(node, replace) };
  return { ...plan, node: { ...node, ...(node.rest && { rest: replaced(node.rest, replace) }) } };
}

function replaced(node: PlanNode, replace: ReplaceFetch): PlanNode {
  const inner = (child: PlanNode) => replaced(child, replace);
  const below = (child: { readonly node?: PlanNode }) => child.node && { node: inner(child.node) };
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return { ...node, nodes: node.nodes.map(inner) };
    case 'Fetch':
      return together(replace({ fetch: node, path: [] }).map(({ fetch }) => fetch));
    case 'Flatten': {
      const { node: fetch, path } = node;
      if (fetch.kind !== 'Fetch') throw new Error('The planner says of each fetch where it stands');
      const parts = replace({ fetch, path });
      return together(parts.map((part) => ({ ...node, path: part.path, node: part.fetch })));
    }
    case 'Defer':
      return {
        ...node,
        primary: { ...node.primary, ...below(node.primary) },
        deferred: node.deferred.map((deferred) => ({ ...deferred, ...below(deferred) })),
      };
    case 'Condition':
      return node;
    default:
      return node satisfies never;
  }
}

function together(nodes: PlanNode[]): PlanNode {
  const [only] = nodes;
  return only && nodes.length === 1 ? only : { kind: 'Parallel', nodes };
}
