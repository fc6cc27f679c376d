import type { FetchNode } from '@apollo/query-planner';
import {
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
  visit,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';

/** The planner writes one operation, and with named fragments left off nothing else. */
export function operationOf({ operation }: FetchNode): OperationDefinitionNode {
  const [definition] = parse(operation).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error('A fetch has an operation');
  return definition;
}

/** What an entity fetch asks of entities. */
export const entitySelections = ({
  selectionSet,
}: OperationDefinitionNode): readonly SelectionNode[] =>
  selectionSet.selections.flatMap((entities) =>
    entities.kind === Kind.FIELD ? (entities.selectionSet?.selections ?? []) : [],
  );

/**
 * An entity fetch that asks these selections of entities instead. Of its variables those are left that it uses: a subgraph refuses a
 * text that declares others.
 */
export function withEntitySelections(
  fetch: FetchNode,
  selections: readonly SelectionNode[],
): FetchNode {
  const { variableDefinitions = [], ...planned } = operationOf(fetch);
  const asked: OperationDefinitionNode = {
    ...planned,
    selectionSet: {
      kind: Kind.SELECTION_SET,
      selections: planned.selectionSet.selections.map((entities) =>
        entities.kind === Kind.FIELD
          ? { ...entities, selectionSet: { kind: Kind.SELECTION_SET, selections } }
          : entities,
      ),
    },
  };
  const used = new Set<string>();
  visit(asked, { Variable: ({ name }) => void used.add(name.value) });
  const declared = variableDefinitions.filter(({ variable }) => used.has(variable.name.value));
  return {
    ...fetch,
    variableUsages: (fetch.variableUsages ?? []).filter((name) => used.has(name)),
    operation: stripIgnoredCharacters(print({ ...asked, variableDefinitions: declared })),
  };
}
