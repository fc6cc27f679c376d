import {
  Kind,
  type DirectiveNode,
  type FieldNode,
  type InlineFragmentNode,
  type SelectionNode,
} from 'graphql';

/** Writing and reading parts of operations. */

export const typenameNode: FieldNode = {
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value: '__typename' },
};

/** @param typeName null: for all objects */
export const fragmentNode = (
  typeName: string | null,
  selections: readonly SelectionNode[],
  directives: readonly DirectiveNode[] = [],
): InlineFragmentNode => ({
  kind: Kind.INLINE_FRAGMENT,
  ...(typeName !== null && {
    typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: typeName } },
  }),
  ...(directives.length > 0 && { directives }),
  selectionSet: { kind: Kind.SELECTION_SET, selections },
});

export const withSelections = <T extends FieldNode | InlineFragmentNode>(
  node: T,
  selections: readonly SelectionNode[],
): T => ({ ...node, selectionSet: { kind: Kind.SELECTION_SET, selections } });

/** Whether nothing is selected but the name of a type. */
export const isTypename = (node: SelectionNode): boolean =>
  node.kind === Kind.FIELD
    ? node.name.value === '__typename'
    : node.kind === Kind.INLINE_FRAGMENT && node.selectionSet.selections.every(isTypename);

export const responseNameOf = ({ alias, name }: FieldNode): string => (alias ?? name).value;
