import {
  Kind,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  type SelectionNode,
} from 'graphql';
import { joinsOf, namedTypeOf, selectionsOf } from './join-directives.ts';
import { argumentsOf } from './linked-directives.ts';

type FieldedType = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;
type Types = ReadonlyMap<string, FieldedType>;

/**
 * Leaves out that a subgraph names a field as another one's when it doesn't use it any more: the planner takes that for a mistake.
 * @param names of the fields that may have lost their use
 */
export function withoutUnusedExternals(
  supergraph: DocumentNode,
  names: ReadonlySet<string>,
): DocumentNode {
  const types: Types = new Map(
    supergraph.definitions.filter(isFielded).map((type) => [type.name.value, type]),
  );
  const used = new Set([...types.values()].flatMap((type) => usesOf(type, types)));
  const withoutUnused = (type: ObjectTypeDefinitionNode, field: FieldDefinitionNode) => ({
    ...field,
    directives: (field.directives ?? []).filter((directive) => {
      const { graph, external } = argumentsOf(directive);
      return external !== true || used.has(useOf(graph, type.name.value, field.name.value));
    }),
  });
  return {
    ...supergraph,
    definitions: supergraph.definitions.map((type) =>
      type.kind === Kind.OBJECT_TYPE_DEFINITION
        ? {
            ...type,
            fields: (type.fields ?? []).map((field) =>
              names.has(field.name.value) ? withoutUnused(type, field) : field,
            ),
          }
        : type,
    ),
  };
}

const isFielded = (node: DefinitionNode): node is FieldedType =>
  node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION;

const useOf = (graph: unknown, typeName: string, fieldName: string): string =>
  `${String(graph)} ${typeName}.${fieldName}`;

/** The fields that a type's own directives name, and those that its interfaces want it to have. */
function usesOf(type: FieldedType, types: Types): readonly string[] {
  const keys = joinsOf(type, 'join__type').flatMap(({ graph, key }) =>
    usesIn(key, type.name.value, { graph, types }),
  );
  const sets = (type.fields ?? []).flatMap((field) =>
    joinsOf(field, 'join__field').flatMap(({ graph, requires, provides }) => [
      ...usesIn(requires, type.name.value, { graph, types }),
      ...usesIn(provides, namedTypeOf(field.type), { graph, types }),
    ]),
  );
  const wanted = joinsOf(type, 'join__implements').flatMap(({ graph, interface: name }) =>
    fieldsIn(types.get(String(name)), graph).map((field) => useOf(graph, type.name.value, field)),
  );
  return [...keys, ...sets, ...wanted];
}

/** An interface's fields in one subgraph: those that say so, and those that say nothing of subgraphs. */
const fieldsIn = (type: FieldedType | undefined, graph: unknown): string[] =>
  (type?.fields ?? [])
    .filter((field) => {
      const joins = joinsOf(field, 'join__field');
      return joins.length === 0 || joins.some((join) => join['graph'] === graph);
    })
    .map(({ name }) => name.value);

type Naming = { readonly graph: unknown; readonly types: Types };

/** What a field set names, with the object types behind an interface. */
function usesIn(set: unknown, typeName: string, naming: Naming): readonly string[] {
  if (typeof set !== 'string') return [];
  return usesOfSelections(selectionsOf(set), typeName, naming);
}

const usesOfSelections = (
  selections: readonly SelectionNode[],
  typeName: string,
  naming: Naming,
): readonly string[] =>
  selections.flatMap((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    const inner = selection.selectionSet?.selections ?? [];
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return usesOfSelections(inner, selection.typeCondition?.name.value ?? typeName, naming);
    }
    const name = selection.name.value;
    const behind = [...naming.types.values()].filter(
      (type) =>
        type.name.value === typeName ||
        type.interfaces?.some((implemented) => implemented.name.value === typeName),
    );
    const field = behind
      .flatMap(({ fields = [] }) => fields)
      .find((own) => own.name.value === name);
    return [
      ...behind.map((type) => useOf(naming.graph, type.name.value, name)),
      ...(field ? usesOfSelections(inner, namedTypeOf(field.type), naming) : []),
    ];
  });
