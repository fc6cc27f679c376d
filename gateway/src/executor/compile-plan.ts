import type { FetchNode, PlanNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import type { Data } from './data.ts';
import { compileEntityFetch } from './entity-fetch.ts';
import { compileEntityList, type EntityPlace } from './entity-list.ts';
import { gather, type PlanPath } from './paths.ts';
import { compileRootFetch } from './root-fetch.ts';
import type { Step } from './run.ts';

/** Compiles a plan once, to be run for each request. `at` is the place in the result tree that the plan is about. */
export function compilePlan(node: PlanNode, schema: GraphQLSchema, at: PlanPath = []): Step {
  const compile = (child: PlanNode, place = at) => compilePlan(child, schema, place);
  switch (node.kind) {
    case 'Sequence':
      return inSequence(node.nodes.map((child) => compile(child)));
    case 'Parallel':
      return compileParallel(node.nodes, schema, at);
    case 'Flatten': {
      const entityFetch = entityFetchOf(node, at);
      if (entityFetch) return compileEntityFetches([entityFetch], schema);
      const path = node.path.map(String);
      return below(path, compile(node.node, [...at, ...path]));
    }
    case 'Fetch':
      return node.requires
        ? compileEntityFetches([{ fetch: node, place: { below: [], fromRoot: at } }], schema)
        : telling([node], compileRootFetch(node, at, schema));
    case 'Condition':
      throw new Error('What @skip and @include leave out is left out before planning');
    case 'Defer':
      throw new Error('The planner puts what is deferred at the top of a plan');
    default:
      return node satisfies never;
  }
}

/** Deferred fetches wait for the ids of those that they hang on. */
function telling(fetches: readonly FetchNode[], step: Step): Step {
  const ids = fetches.flatMap(({ id }) => (id === undefined ? [] : [id]));
  if (ids.length === 0) return step;
  return async (run, targets) => {
    await step(run, targets);
    run.fetched(...ids);
  };
}

const inSequence =
  (steps: readonly Step[]): Step =>
  async (run, targets) => {
    for (const step of steps) await step(run, targets);
  };

const inParallel = (steps: readonly Step[]): Step => {
  const [only] = steps;
  if (only && steps.length === 1) return only;
  return async (run, targets) => {
    await Promise.all(steps.map((step) => step(run, targets)));
  };
};

const below =
  (path: PlanPath, step: Step): Step =>
  async (run, targets) => {
    const found = new Set<Data>();
    for (const target of targets) gather(target, path, found);
    if (found.size > 0) await step(run, found);
  };

type PlacedFetch = { readonly fetch: FetchNode; readonly place: EntityPlace };

/** The fetch of entities that a node is, if it is one. */
function entityFetchOf(node: PlanNode, at: PlanPath): PlacedFetch | null {
  let inner = node;
  let path: PlanPath = [];
  while (inner.kind === 'Flatten') {
    path = [...path, ...inner.path.map(String)];
    inner = inner.node;
  }
  if (inner.kind !== 'Fetch' || !inner.requires) return null;
  return { fetch: inner, place: { below: path, fromRoot: [...at, ...path] } };
}

/**
 * Branches that begin with an entity fetch to the same subgraph share that request, and each goes on when it has come. Where a branch
 * is longer than its first fetch, the others don't wait for its rest.
 */
function compileParallel(nodes: readonly PlanNode[], schema: GraphQLSchema, at: PlanPath): Step {
  const steps: Step[] = [];
  const bySubgraph = new Map<string, Branch[]>();
  for (const node of nodes) {
    const branch = branchOf(node, at);
    if (!branch) {
      steps.push(compilePlan(node, schema, at));
      continue;
    }
    const { serviceName } = branch.first.fetch;
    bySubgraph.set(serviceName, [...(bySubgraph.get(serviceName) ?? []), branch]);
  }
  for (const branches of bySubgraph.values()) {
    const first = compileEntityFetches(
      branches.map((branch) => branch.first),
      schema,
    );
    const rests = branches.flatMap(({ rest }) => (rest ? [compilePlan(rest, schema, at)] : []));
    steps.push(rests.length > 0 ? inSequence([first, inParallel(rests)]) : first);
  }
  return inParallel(steps);
}

type Branch = { readonly first: PlacedFetch; readonly rest: PlanNode | null };

function branchOf(node: PlanNode, at: PlanPath): Branch | null {
  const [head, ...rest] = node.kind === 'Sequence' ? node.nodes : [node];
  const first = head && entityFetchOf(head, at);
  if (!first) return null;
  return { first, rest: rest.length > 0 ? { kind: 'Sequence', nodes: rest } : null };
}

/** Fetches with the same text, about entities at several places, become one list. */
function compileEntityFetches(fetches: readonly PlacedFetch[], schema: GraphQLSchema): Step {
  const equal = new Map<string, [PlacedFetch, ...PlacedFetch[]]>();
  for (const placed of fetches) {
    const { operation, requires, inputRewrites, outputRewrites } = placed.fetch;
    const key = JSON.stringify([selectionOf(operation), requires, inputRewrites, outputRewrites]);
    const known = equal.get(key);
    if (known) known.push(placed);
    else equal.set(key, [placed]);
  }
  const lists = [...equal.values()].map((same) => {
    const places = same.map(({ place }) => place);
    return compileEntityList(same[0].fetch, places, schema);
  });
  return telling(
    fetches.map(({ fetch }) => fetch),
    compileEntityFetch(lists),
  );
}

/** Without the operation's name, in which the planner numbers the fetches. */
const selectionOf = (operation: string): string => operation.slice(operation.search(/[({]/));
