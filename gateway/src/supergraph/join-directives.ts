import {
  Kind,
  parse,
  type ConstArgumentNode,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  type SelectionNode,
  type TypeDefinitionNode,
  type TypeNode,
} from 'graphql';
import { argumentsOf } from './linked-directives.ts';

/** Reading and writing what a supergraph says of its subgraphs: the `join__` directives. */

export type Types = ReadonlyMap<string, TypeDefinitionNode>;

export type Joined = { readonly directives?: readonly ConstDirectiveNode[] | undefined };

/** The directives of that name about one subgraph. */
export const joinsIn = (node: Joined, name: string, graph: string): readonly ConstDirectiveNode[] =>
  (node.directives ?? []).filter(
    (join) => join.name.value === name && argumentsOf(join)['graph'] === graph,
  );

/** The arguments of all directives of that name. */
export const joinsOf = ({ directives = [] }: Joined, name: string): Record<string, unknown>[] =>
  directives.filter((join) => join.name.value === name).map(argumentsOf);

export const directive = (
  name: string,
  given: readonly ConstArgumentNode[],
): ConstDirectiveNode => ({
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: name },
  arguments: given,
});

export const enumArgument = (name: string, value: string): ConstArgumentNode => ({
  kind: Kind.ARGUMENT,
  name: { kind: Kind.NAME, value: name },
  value: { kind: Kind.ENUM, value },
});

export const typesOf = ({ definitions }: DocumentNode): Types =>
  new Map(definitions.filter(isType).map((type) => [type.name.value, type]));

export const isType = (node: DefinitionNode): node is TypeDefinitionNode =>
  node.kind.endsWith('TypeDefinition');

export const fieldsOf = (
  type: TypeDefinitionNode,
): readonly (FieldDefinitionNode | InputValueDefinitionNode)[] =>
  'fields' in type ? (type.fields ?? []) : [];

/** The names of a type's fields in one subgraph: those that say so, and those that say nothing of subgraphs. */
export const namesIn = (type: TypeDefinitionNode | undefined, graph: unknown): readonly string[] =>
  (type ? fieldsOf(type) : [])
    .filter((field) => {
      const joins = joinsOf(field, 'join__field');
      return joins.length === 0 || joins.some((join) => join['graph'] === graph);
    })
    .map(({ name }) => name.value);

/** Says that a subgraph names a field as another one's. */
export const externalJoin = (graph: string): ConstDirectiveNode =>
  directive('join__field', [
    enumArgument('graph', graph),
    {
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: 'external' },
      value: { kind: Kind.BOOLEAN, value: true },
    },
  ]);

export const namedTypeOf = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : namedTypeOf(type.type);

/** A type with fields of its own, as entities and what they implement are. */
export type FieldedType = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

const isFielded = (node: DefinitionNode): node is FieldedType =>
  node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION;

export const fieldedTypesOf = ({ definitions }: DocumentNode): ReadonlyMap<string, FieldedType> =>
  new Map(definitions.filter(isFielded).map((type) => [type.name.value, type]));

/** @throws GraphQLError when the text is no set of fields */
export function selectionsOf(set: string): readonly SelectionNode[] {
  const [definition] = parse(`{${set}}`).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`No field set: ${set}`);
  return definition.selectionSet.selections;
}

/** `Type.field` of all that a field set names; of an interface, those of the types behind it. */
export const coordinatesIn = (
  selections: readonly SelectionNode[],
  typeName: string,
  types: ReadonlyMap<string, FieldedType>,
): readonly string[] =>
  selections.flatMap((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    const inner = selection.selectionSet?.selections ?? [];
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return coordinatesIn(inner, selection.typeCondition?.name.value ?? typeName, types);
    }
    const name = selection.name.value;
    const behind = [...types.values()].filter(
      (type) =>
        type.name.value === typeName || type.interfaces?.some((one) => one.name.value === typeName),
    );
    const field = behind.flatMap(fieldsOf).find((own) => own.name.value === name);
    return [
      ...behind.map((type) => `${type.name.value}.${name}`),
      ...(field ? coordinatesIn(inner, namedTypeOf(field.type), types) : []),
    ];
  });
