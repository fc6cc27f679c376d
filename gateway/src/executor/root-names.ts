import type { FetchNode, QueryPlan } from '@apollo/query-planner';
import { Kind, type SelectionNode } from 'graphql';
import { operationOf } from './fetch-operation.ts';
import { plannedFetches } from './planned-fetches.ts';
import { renamedKeys } from './rewrites.ts';

/** The names under which a fetch's root fields come. */
function rootNamesOf(fetch: FetchNode): readonly string[] {
  const { selections } = operationOf(fetch).selectionSet;
  const renamed = renamedKeys(fetch.outputRewrites);
  return responseNamesIn(selections).map((name) => renamed.get(name) ?? name);
}

/** Of the fields at the top, however they stand in fragments. */
export const responseNamesIn = (selections: readonly SelectionNode[]): readonly string[] => [
  ...new Set(
    selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [(selection.alias ?? selection.name).value];
      return selection.kind === Kind.INLINE_FRAGMENT
        ? responseNamesIn(selection.selectionSet.selections)
        : [];
    }),
  ),
];

/** The names of the root fields that a plan fetches. */
export const plannedRootNames = (plan: QueryPlan): ReadonlySet<string> =>
  new Set(
    plannedFetches(plan).flatMap(({ fetch, path }) =>
      path.length === 0 && !fetch.requires ? rootNamesOf(fetch) : [],
    ),
  );
