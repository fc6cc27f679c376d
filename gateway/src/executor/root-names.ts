import type { FetchNode, QueryPlan } from '@apollo/query-planner';
import { Kind, type SelectionNode } from 'graphql';
import { operationOf } from './fetch-operation.ts';
import { renamedKeys } from './rewrites.ts';

/** The names under which a fetch's root fields come. */
export function rootNamesOf(fetch: FetchNode): readonly string[] {
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
export function plannedRootNames({ node }: QueryPlan): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (part: typeof node): void => {
    switch (part?.kind) {
      case undefined:
        return;
      case 'Flatten': // Of what lies deeper, unless it is what a deferred fragment at the root fetches.
        if (part.path.length === 0) add(part.node);
        return;
      case 'Fetch':
        if (!part.requires) for (const name of rootNamesOf(part)) names.add(name);
        return;
      case 'Sequence':
      case 'Parallel':
        part.nodes.forEach(add);
        return;
      case 'Subscription':
        add(part.primary);
        return;
      case 'Defer':
        add(part.primary.node);
        for (const deferred of part.deferred) add(deferred.node);
        return;
      case 'Condition':
        add(part.ifClause);
        add(part.elseClause);
        return;
      default:
        part satisfies never;
    }
  };
  add(node);
  return names;
}
