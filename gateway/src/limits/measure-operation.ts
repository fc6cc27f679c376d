import {
  Kind,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** How large a selection is, with fragments counted wherever they are spread. */
export type Measure = {
  /** Nested fields. */
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  /** Fields, spreads and inline fragments, those of introspection too. */
  readonly spreadOut: number;
  /** Fields at its top. */
  readonly width: number;
  /** True when a fragment spreads itself; the other figures then mean nothing. */
  readonly isCyclic: boolean;
};

/**
 * Measures an operation without a schema. Introspection counts as one field, but for what it is spread out: it has limits of its own
 * in the validation.
 */
export function measureOperation(
  operation: OperationDefinitionNode,
  { definitions }: DocumentNode,
): Measure {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  const measured = new Map<string, Measure>();
  return plus(measureSet(operation.selectionSet), { directives: countOf(operation.directives) });

  function measureSet({ selections }: SelectionSetNode): Measure {
    return selections.map(measureSelection).reduce(beside, nothing);
  }

  function measureSelection(selection: SelectionNode): Measure {
    const directives = countOf(selection.directives);
    switch (selection.kind) {
      case Kind.FRAGMENT_SPREAD:
        return plus(measureFragment(selection.name.value), { directives, spreadOut: 1 });
      case Kind.INLINE_FRAGMENT:
        return plus(measureSet(selection.selectionSet), { directives, spreadOut: 1 });
      case Kind.FIELD: {
        const { name, selectionSet } = selection;
        const aliases = selection.alias ? 1 : 0;
        const isOfSchema = !name.value.startsWith('__');
        const below = selectionSet ? measureSet(selectionSet) : nothing;
        const inner = isOfSchema ? below : { ...nothing, spreadOut: below.spreadOut };
        return { ...plus(inner, { aliases, directives, depth: 1, spreadOut: 1 }), width: 1 };
      }
      default:
        return selection satisfies never;
    }
  }

  /** Each fragment is measured once, or fragments that spread each other twice would take exponential time. */
  function measureFragment(name: string): Measure {
    const known = measured.get(name);
    if (known) return known;
    measured.set(name, cyclic); // Met again before it is measured, it spreads itself.
    const fragment = fragments.get(name);
    const measure = fragment
      ? plus(measureSet(fragment.selectionSet), { directives: countOf(fragment.directives) })
      : nothing;
    measured.set(name, measure);
    return measure;
  }
}

/** The selections that stand in a document, fragments not expanded. */
export function countSelections({ definitions }: DocumentNode): number {
  return definitions.reduce(
    (sum, definition) =>
      'selectionSet' in definition ? sum + countSet(definition.selectionSet) : sum,
    0,
  );
}

const countSet = ({ selections }: SelectionSetNode): number =>
  selections.reduce(
    (sum, selection) =>
      'selectionSet' in selection && selection.selectionSet
        ? sum + countSet(selection.selectionSet)
        : sum,
    selections.length,
  );

const nothing: Measure = {
  depth: 0,
  aliases: 0,
  directives: 0,
  spreadOut: 0,
  width: 0,
  isCyclic: false,
};
const cyclic: Measure = { ...nothing, isCyclic: true };

const countOf = (directives: readonly DirectiveNode[] = []): number => directives.length;

const beside = (one: Measure, other: Measure): Measure => ({
  depth: Math.max(one.depth, other.depth),
  aliases: one.aliases + other.aliases,
  directives: one.directives + other.directives,
  spreadOut: one.spreadOut + other.spreadOut,
  width: one.width + other.width,
  isCyclic: one.isCyclic || other.isCyclic,
});

type Own = Partial<Pick<Measure, 'depth' | 'aliases' | 'directives' | 'spreadOut'>>;

const plus = (
  inner: Measure,
  { depth = 0, aliases = 0, directives = 0, spreadOut = 0 }: Own,
): Measure => ({
  ...inner,
  depth: inner.depth + depth,
  aliases: inner.aliases + aliases,
  directives: inner.directives + directives,
  spreadOut: inner.spreadOut + spreadOut,
});
