import {
  isAbstractType,
  Kind,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import type { Variables } from './cost-tree.ts';

export type FieldScope = {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** The values of the variables that stand in @skip and @include. */
  readonly conditions: Variables;
};

export const fragmentsOf = ({ definitions }: DocumentNode) =>
  new Map(
    definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );

/** The fields that an object of the type answers, by response name, as execution merges them (GraphQL specification, CollectFields). */
export function collectFields(
  scope: FieldScope,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): ReadonlyMap<string, readonly FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const seen = new Set<string>();
  for (const set of sets) collect(set);
  return fields;

  function collect({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (!isIncluded(selection.directives, scope.conditions)) continue;
      if (selection.kind === Kind.FIELD) {
        const responseName = selection.alias?.value ?? selection.name.value;
        fields.set(responseName, [...(fields.get(responseName) ?? []), selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        collectFragment(selection);
      } else if (!seen.has(selection.name.value)) {
        seen.add(selection.name.value);
        collectFragment(scope.fragments.get(selection.name.value));
      }
    }
  }

  function collectFragment(fragment: Fragment | undefined): void {
    if (!fragment || !applies(fragment.typeCondition?.name.value)) return;
    collect(fragment.selectionSet);
  }

  function applies(condition: string | undefined): boolean {
    if (condition === undefined || condition === type.name) return true;
    const named = scope.schema.getType(condition);
    return isAbstractType(named) && scope.schema.isSubType(named, type);
  }
}

type Fragment = {
  readonly typeCondition?: FragmentDefinitionNode['typeCondition'] | undefined;
  readonly selectionSet: SelectionSetNode;
};

const isIncluded = (directives: readonly DirectiveNode[] = [], conditions: Variables): boolean =>
  directives.every((directive) => {
    const name = directive.name.value;
    if (name !== 'skip' && name !== 'include') return true;
    const value = directive.arguments?.find((argument) => argument.name.value === 'if')?.value;
    return isTrue(value, conditions) === (name === 'include');
  });

function isTrue(value: ValueNode | undefined, conditions: Variables): boolean {
  if (value?.kind === Kind.VARIABLE) return conditions[value.name.value] === true;
  return value?.kind === Kind.BOOLEAN && value.value;
}
