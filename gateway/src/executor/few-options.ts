import { createRequire } from 'node:module';
import { GraphQLError } from 'graphql';

/** One way to reach a selection: where it ends, in one subgraph, or in several for the types of an interface. */
type Option = {
  readonly paths: readonly {
    readonly tail: { readonly index: number };
    readonly deferOnTail?: { readonly label?: string };
  }[];
  /** One for each search of ways: that of the operation, and those of what its keys and requirements want. */
  readonly conditionResolver: object;
};
type Advance = (
  schema: object,
  option: Option,
  element: object,
  overrides: object,
) => readonly Option[] | undefined;

/** The ways to one selection, and those that lead on from them. */
type Reached = { readonly ends: Set<string>; count: number; readonly onwards: OnwardsBy };
/** By the element of the operation. */
type OnwardsBy = Map<object, Reached>;

type Planning = {
  readonly from: WeakMap<object, OnwardsBy>;
  hasLeftOut: boolean;
};

/** Up to here all ways to a selection are weighed. FinFlow's own plans have one. */
const maxFree = 8;

let current: Planning | null = null;

/**
 * Plans with few of the ways to each selection, so that their number grows with the subgraphs, and no more with each level that is
 * nested: Apollo's planner follows all of them, which of interface objects in several subgraphs are soon very many. Beyond the first
 * few, one is followed only if it ends where none did before: from there on it could do nothing that the other can't, but for detours.
 * So where a plan can't be made of these, it is made of all.
 * @param plan which doesn't wait for anything
 * @throws what the planning throws
 */
export function withFewOptions<T>(plan: () => T): T {
  bindPlanner();
  const before = current;
  const planning: Planning = { from: new WeakMap(), hasLeftOut: false };
  current = planning;
  try {
    return plan();
  } catch (error) {
    if (!planning.hasLeftOut || isTooSlow(error)) throw error;
    current = null;
    return plan();
  } finally {
    current = before;
  }
}

const isTooSlow = (error: unknown): boolean =>
  error instanceof GraphQLError && error.extensions['code'] === 'DEADLINE_EXCEEDED';

/** Those that are to be followed; undefined, as the planner has it: by this option the element isn't reached. */
function fewOf(
  planning: Planning,
  { option, element, found }: { option: Option; element: object; found: readonly Option[] },
): readonly Option[] | undefined {
  const reached = reachedBy(planning, option, element);
  const few = found.filter((one) => {
    const end = endOf(one);
    if (reached.count >= maxFree && reached.ends.has(end)) return false;
    reached.count += 1;
    reached.ends.add(end);
    planning.from.set(one, reached.onwards);
    return true;
  });
  if (few.length < found.length) planning.hasLeftOut = true;
  return few.length > 0 ? few : undefined;
}

/** Shared by all options of one selection. The first ones of a search came from nowhere. */
function reachedBy(planning: Planning, option: Option, element: object): Reached {
  const known = planning.from.get(option) ?? planning.from.get(option.conditionResolver);
  const onwards = known ?? new Map<object, Reached>();
  if (!known) planning.from.set(option.conditionResolver, onwards);
  const reached = onwards.get(element) ?? { ends: new Set(), count: 0, onwards: new Map() };
  onwards.set(element, reached);
  return reached;
}

const endOf = ({ paths }: Option): string =>
  paths.map(({ tail, deferOnTail }) => `${tail.index} ${deferOnTail?.label ?? ''}`).join();

let isBound = false;

/**
 * The planner has no setting for it (its `pathsLimit` refuses the operation), so the function by which it goes on from an option is
 * replaced, where its module keeps it. Other plannings, as those of the stock executor, go through it unchanged.
 * @throws Error when the pinned package no longer has it
 */
function bindPlanner(): void {
  if (isBound) return;
  const home: { advanceSimultaneousPathsWithOperation?: Advance } = createRequire(import.meta.url)(
    '@apollo/query-graphs/dist/graphPath.js',
  );
  const advance = home.advanceSimultaneousPathsWithOperation;
  if (typeof advance !== 'function') {
    throw new Error('@apollo/query-graphs no longer has what goes on from an option');
  }
  home.advanceSimultaneousPathsWithOperation = (schema, option, element, overrides) => {
    const found = advance(schema, option, element, overrides);
    return current && found?.length ? fewOf(current, { option, element, found }) : found;
  };
  isBound = true;
}
