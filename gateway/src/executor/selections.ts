import {
  Kind,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { DataKeyOf } from './names.ts';

/** What one operation selects, with its fragments written out and @skip and @include decided. */
export type Selection = SelectedField | SelectedGroup;

export type SelectedField = {
  readonly kind: 'field';
  readonly node: FieldNode;
  /** In the client's answer. */
  readonly responseName: string;
  /** In the plan and in the result tree. */
  readonly dataKey: string;
  readonly selections: readonly Selection[];
};

export type SelectedGroup = {
  readonly kind: 'group';
  /** For objects of this type only; null: for all. */
  readonly typeName: string | null;
  readonly deferral: Deferral | null;
  readonly selections: readonly Selection[];
};

/** A fragment that may be answered later. */
export type Deferral = {
  /** The client's. */
  readonly label: string | undefined;
  /** Ours: unique in the operation. */
  readonly id: string;
};

export type SelectionOptions = {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Values of the variables that stand in @skip, @include and @defer. */
  readonly conditions: Readonly<Record<string, boolean>>;
  readonly dataKeyOf: DataKeyOf;
  /** False: deferred fragments are answered with the rest. */
  readonly defers: boolean;
};

export const fragmentsOf = (document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );

/** Reads a validated selection set. */
export function readSelections(
  selectionSet: SelectionSetNode,
  options: SelectionOptions,
): readonly Selection[] {
  let deferrals = 0;
  const nextDeferral = (label: string | undefined): Deferral => ({ label, id: `d${deferrals++}` });
  const read = (set: SelectionSetNode): readonly Selection[] =>
    set.selections
      .filter((node) => isIncluded(node, options.conditions))
      .map((node) => readSelection(node, options, read, nextDeferral));
  return read(selectionSet);
}

/** The same with no fragment of this level deferred. */
export const undeferred = (selections: readonly Selection[]): readonly Selection[] =>
  selections.map((selection) =>
    selection.kind === 'field'
      ? selection
      : { ...selection, deferral: null, selections: undeferred(selection.selections) },
  );

function readSelection(
  node: SelectionNode,
  options: SelectionOptions,
  read: (set: SelectionSetNode) => readonly Selection[],
  nextDeferral: (label: string | undefined) => Deferral,
): Selection {
  if (node.kind === Kind.FIELD) {
    return {
      kind: 'field',
      node,
      responseName: node.alias?.value ?? node.name.value,
      dataKey: options.dataKeyOf(node),
      selections: node.selectionSet ? read(node.selectionSet) : [],
    };
  }
  const fragment =
    node.kind === Kind.INLINE_FRAGMENT ? node : options.fragments.get(node.name.value);
  if (!fragment) throw new Error('Validation lets only known fragments pass');
  return {
    kind: 'group',
    typeName: fragment.typeCondition?.name.value ?? null,
    deferral: options.defers ? deferralOf(node, options, nextDeferral) : null,
    selections: read(fragment.selectionSet),
  };
}

function deferralOf(
  node: SelectionNode,
  { conditions }: SelectionOptions,
  nextDeferral: (label: string | undefined) => Deferral,
): Deferral | null {
  const directive = node.directives?.find(({ name }) => name.value === 'defer');
  if (!directive || conditionOf(directive, conditions) === false) return null;
  const label = directive.arguments?.find(({ name }) => name.value === 'label')?.value;
  return nextDeferral(label?.kind === Kind.STRING ? label.value : undefined);
}

const isIncluded = (
  { directives = [] }: SelectionNode,
  conditions: SelectionOptions['conditions'],
): boolean =>
  directives.every((directive) => {
    if (directive.name.value === 'skip') return conditionOf(directive, conditions) !== true;
    return directive.name.value !== 'include' || conditionOf(directive, conditions) !== false;
  });

/** The value of `if`. */
function conditionOf(
  { arguments: given }: DirectiveNode,
  conditions: SelectionOptions['conditions'],
): boolean | undefined {
  const value = given?.find(({ name }) => name.value === 'if')?.value;
  if (value?.kind === Kind.BOOLEAN) return value.value;
  return value?.kind === Kind.VARIABLE ? conditions[value.name.value] : undefined;
}
