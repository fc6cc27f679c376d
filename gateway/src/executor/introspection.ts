import {
  executeSync,
  Kind,
  OperationTypeNode,
  visit,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import type { SelectedField, Selection } from './selections.ts';

/**
 * Answers `__schema` or `__type` from what clients see.
 * @throws Error when the schema can't be told, which validation rules out
 */
export function introspect(
  field: SelectedField,
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variableValues: Readonly<Record<string, unknown>>,
): unknown {
  const selection = nodeOf(field);
  const used = new Set<string>();
  visit(selection, { Variable: ({ name }) => void used.add(name.value) });
  const { data, errors } = executeSync({
    schema,
    document: {
      kind: Kind.DOCUMENT,
      definitions: [
        {
          kind: Kind.OPERATION_DEFINITION,
          operation: OperationTypeNode.QUERY,
          variableDefinitions: variableDefinitions.filter(({ variable }) =>
            used.has(variable.name.value),
          ),
          selectionSet: { kind: Kind.SELECTION_SET, selections: [selection] },
        },
      ],
    },
    variableValues,
  });
  if (errors?.[0]) throw errors[0];
  return data?.[field.responseName] ?? null;
}

/** Fragments written out, and nothing left of what was skipped. */
function nodeOf(selection: Selection): SelectionNode {
  const selectionSet = {
    kind: Kind.SELECTION_SET,
    selections: selection.selections.map(nodeOf),
  } as const;
  if (selection.kind === 'group') {
    return {
      kind: Kind.INLINE_FRAGMENT,
      ...(selection.typeName !== null && {
        typeCondition: {
          kind: Kind.NAMED_TYPE,
          name: { kind: Kind.NAME, value: selection.typeName },
        },
      }),
      selectionSet,
    };
  }
  const { selectionSet: _own, directives: _decided, ...node } = selection.node;
  return selection.selections.length > 0 ? { ...node, selectionSet } : node;
}
