import type { FetchNode, QueryPlan } from '@apollo/query-planner';
import { Kind, parse, type SelectionNode } from 'graphql';
import { renamedKeys } from './rewrites.ts';

/** The names under which a fetch's root fields come. */
export function rootNamesOf({ operation, outputRewrites }: FetchNode): readonly string[] {
  const [definition] = parse(operation).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error('A fetch has an operation');
  const renamed = renamedKeys(outputRewrites);
  return namesIn(definition.selectionSet.selections).map((name) => renamed.get(name) ?? name);
}

/** The names of fields at the top, however they stand in fragments. */
export const namesIn = (selections: readonly SelectionNode[]): readonly string[] => [
  ...new Set(
    selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [(selection.alias ?? selection.name).value];
      return selection.kind === Kind.INLINE_FRAGMENT
        ? namesIn(selection.selectionSet.selections)
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
