import {
  Kind,
  type DocumentNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import {
  coordinatesIn,
  fieldedTypesOf,
  joinsOf,
  namedTypeOf,
  namesIn,
  selectionsOf,
  type FieldedType,
} from './join-directives.ts';
import { argumentsOf } from './linked-directives.ts';

type Types = ReadonlyMap<string, FieldedType>;

/**
 * Leaves out that a subgraph names a field as another one's when it doesn't use it any more: the planner takes that for a mistake.
 * @param names of the fields that may have lost their use
 */
export function withoutUnusedExternals(
  supergraph: DocumentNode,
  names: ReadonlySet<string>,
): DocumentNode {
  const types = fieldedTypesOf(supergraph);
  const used = new Set([...types.values()].flatMap((type) => usesOf(type, types)));
  const withoutUnused = (type: ObjectTypeDefinitionNode, field: FieldDefinitionNode) => ({
    ...field,
    directives: (field.directives ?? []).filter((directive) => {
      const { graph, external } = argumentsOf(directive);
      return external !== true || used.has(useOf(graph, `${type.name.value}.${field.name.value}`));
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

/** @param coordinate `Type.field` */
const useOf = (graph: unknown, coordinate: string): string => `${String(graph)} ${coordinate}`;

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
    namesIn(types.get(String(name)), graph).map((field) =>
      useOf(graph, `${type.name.value}.${field}`),
    ),
  );
  return [...keys, ...sets, ...wanted];
}

type Naming = { readonly graph: unknown; readonly types: Types };

/** What a field set in one subgraph names. */
function usesIn(set: unknown, typeName: string, { graph, types }: Naming): readonly string[] {
  if (typeof set !== 'string') return [];
  return coordinatesIn(selectionsOf(set), typeName, types).map((field) => useOf(graph, field));
}
