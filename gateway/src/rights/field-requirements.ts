import {
  buildASTSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isObjectType,
  Kind,
  parse,
  type FieldDefinitionNode,
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import type { Requirement } from './requirement.ts';
import { readSecurityDirectives } from './security-directives.ts';

/** All that a caller must satisfy, by object type and field; and the schema it was read from. */
export type FieldRequirements = {
  readonly schema: GraphQLSchema;
  readonly of: (type: GraphQLObjectType, fieldName: string) => readonly Requirement[];
};

/**
 * Reads from a supergraph what each field requires of its reader: what stands on its type and on itself (all must be satisfied, of
 * whichever subgraph), what stands on the scalar or enum that it gives, and what the fields require that its `@requires` pulls in,
 * with all they pull in themselves. Who reads a field also reads, through its answer, what it was computed from. Marks on the field
 * of an `@interfaceObject` stand, after composition, on the field of each type behind the interface.
 */
export function readFieldRequirements(supergraph: DocumentNode): FieldRequirements {
  const schema = buildASTSchema(supergraph, { assumeValid: true });
  const directives = readSecurityDirectives(supergraph);

  function requirementsOf(
    type: GraphQLObjectType,
    fieldName: string,
    seen: Set<string>,
  ): readonly Requirement[] {
    const field = type.getFields()[fieldName];
    const coordinate = `${type.name}.${fieldName}`;
    if (!field || seen.has(coordinate)) return [];
    seen.add(coordinate);
    const own = [...directives.of(type.astNode), ...directives.of(field.astNode)];
    const given = getNamedType(field.type);
    return [
      ...(own.length === 0 && directives.isPrivateByDefault ? [signedIn] : own),
      ...(isLeafType(given) ? directives.of(given.astNode) : []),
      ...requiredSetsOf(field.astNode).flatMap((set) => pulledIn(set, type, seen)),
    ];
  }

  /** What a set of fields requires; of an abstract type, what any type behind it requires. */
  function pulledIn(
    { selections }: SelectionSetNode,
    parent: GraphQLCompositeType,
    seen: Set<string>,
  ): readonly Requirement[] {
    return selections.flatMap((selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value;
        const type = condition === undefined ? parent : schema.getType(condition);
        return isCompositeType(type) ? pulledIn(selection.selectionSet, type, seen) : [];
      }
      const { name, selectionSet } = selection;
      return objectsBehind(parent).flatMap((type) => {
        const field = type.getFields()[name.value];
        const inner = field && getNamedType(field.type);
        return [
          ...requirementsOf(type, name.value, seen),
          ...(selectionSet && isCompositeType(inner) ? pulledIn(selectionSet, inner, seen) : []),
        ];
      });
    });
  }

  const objectsBehind = (type: GraphQLCompositeType): readonly GraphQLObjectType[] =>
    isAbstractType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];

  return { schema, of: (type, fieldName) => requirementsOf(type, fieldName, new Set()) };
}

const signedIn: Requirement = { kind: 'authenticated' };

/** The `@requires` of the field, one for each subgraph that has one. */
const requiredSetsOf = (node: FieldDefinitionNode | null | undefined) =>
  (node?.directives ?? [])
    .filter(({ name }) => name.value === 'join__field')
    .flatMap(({ arguments: given = [] }) => given)
    .filter(({ name }) => name.value === 'requires')
    .flatMap(({ value }) => (value.kind === Kind.STRING ? [selectionSetOf(value.value)] : []));

function selectionSetOf(fieldSet: string): SelectionSetNode {
  const [definition] = parse(`{${fieldSet}}`).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error('A set of fields is a query');
  return definition.selectionSet;
}
