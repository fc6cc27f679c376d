import {
  Kind,
  parse,
  visit,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
  type TypeDefinitionNode,
} from 'graphql';
import { withInaccessible } from './inaccessible.ts';
import {
  directive,
  enumArgument,
  joinsIn,
  joinsOf,
  namedTypeOf,
  typesOf,
  type Types,
} from './join-directives.ts';
import { argumentsOf } from './linked-directives.ts';
import { readStandIns, standInField, standInName } from './stand-in-fields.ts';

/**
 * Where subgraphs share a field, the planner leaves out a fragment on a type that the field can't return in one of them, also when it
 * asks another, in which it can; then what was selected is null without a word. So a field that returns other types in each subgraph
 * stands in the supergraph also once for each, under names that clients can't see. When a plan has shown which subgraph it asks, the
 * operation is planned again with those.
 */
export function splitSharedFields(supergraph: DocumentNode): DocumentNode {
  const types = typesOf(supergraph);
  let count = 0;
  const split = (inaccessible: ConstDirectiveNode) => (type: ObjectTypeDefinitionNode) => {
    const added = (type.fields ?? []).flatMap((field) =>
      differingJoins(type, field, types).map((join) => {
        const name = standInName('shared', count++, field.name);
        const original = { ...field, directives: [join] };
        return standInField(original, { name, text: field.name.value }, inaccessible);
      }),
    );
    return added.length > 0 ? { ...type, fields: [...(type.fields ?? []), ...added] } : undefined;
  };
  const isNeeded = [...types.values()].some(
    (type) =>
      type.kind === Kind.OBJECT_TYPE_DEFINITION &&
      type.fields?.some((field) => differingJoins(type, field, types).length > 0),
  );
  if (!isNeeded) return supergraph;
  return withInaccessible(supergraph, (document, inaccessible) =>
    visit(document, { ObjectTypeDefinition: split(inaccessible) }),
  );
}

/** What is said of a field in each of the subgraphs that resolve it; nothing when it returns the same types in all of them. */
function differingJoins(
  type: ObjectTypeDefinitionNode,
  field: FieldDefinitionNode,
  types: Types,
): readonly ConstDirectiveNode[] {
  const joins = resolvingJoins(type, field);
  const returned = new Set(joins.map((join) => typesReturned(field, join, types)));
  return returned.size > 1 && !returned.has(null) ? joins : [];
}

/** One for each subgraph that resolves the field by itself. */
function resolvingJoins(
  type: ObjectTypeDefinitionNode,
  { directives = [] }: FieldDefinitionNode,
): readonly ConstDirectiveNode[] {
  const said = directives.filter(({ name }) => name.value === 'join__field');
  if (said.length === 0) {
    const graphs = new Set(joinsOf(type, 'join__type').map(({ graph }) => String(graph)));
    return [...graphs].map((graph) => directive('join__field', [enumArgument('graph', graph)]));
  }
  return said.filter((join) => {
    const { graph, external, usedOverridden, override, requires } = argumentsOf(join);
    const isTaken = external === true || usedOverridden === true;
    return graph && !isTaken && override === undefined && requires === undefined;
  });
}

/** The names of the object types, in one line; null when the subgraph can't tell them. */
function typesReturned(
  field: FieldDefinitionNode,
  join: ConstDirectiveNode,
  types: Types,
): string | null {
  const { graph, type: own } = argumentsOf(join);
  const name = typeof own === 'string' ? own.replaceAll(/[[\]!]/g, '') : namedTypeOf(field.type);
  const type = types.get(name);
  return type ? membersIn(String(graph), type, types) : null;
}

function membersIn(graph: string, type: TypeDefinitionNode, types: Types): string | null {
  if (type.kind === Kind.UNION_TYPE_DEFINITION) {
    return joinsIn(type, 'join__unionMember', graph)
      .map((join) => String(argumentsOf(join)['member']))
      .sort()
      .join(' ');
  }
  if (type.kind !== Kind.INTERFACE_TYPE_DEFINITION) return type.name.value;
  const isObject = joinsIn(type, 'join__type', graph).some(
    (join) => argumentsOf(join)['isInterfaceObject'] === true,
  );
  if (isObject) return null;
  return [...types.values()]
    .filter(
      (other) =>
        other.kind === Kind.OBJECT_TYPE_DEFINITION &&
        joinsIn(other, 'join__implements', graph).some(
          (join) => argumentsOf(join)['interface'] === type.name.value,
        ),
    )
    .map(({ name }) => name.value)
    .sort()
    .join(' ');
}

/** By `Type.field` and subgraph: the name of the field as that subgraph alone resolves it. */
export type SharedFields = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** @param supergraphSdl as it is planned with */
export function readSharedFields(supergraphSdl: string): SharedFields {
  const shared = new Map<string, Map<string, string>>();
  const standIns = readStandIns(supergraphSdl);
  if (standIns.size === 0) return shared;
  const supergraph = parse(supergraphSdl);
  const subgraphs = subgraphNames(supergraph);
  for (const type of typesOf(supergraph).values()) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    for (const field of type.fields ?? []) {
      const meant = standIns.get(field.name.value);
      const [join] = joinsOf(field, 'join__field');
      const subgraph = join && subgraphs.get(String(join['graph']));
      if (!meant || meant.arguments?.length || subgraph === undefined) continue;
      const key = `${type.name.value}.${meant.name.value}`;
      const names = shared.get(key) ?? new Map<string, string>();
      shared.set(key, names.set(subgraph, field.name.value));
    }
  }
  return shared;
}

function subgraphNames(supergraph: DocumentNode): ReadonlyMap<string, string> {
  const graphs = typesOf(supergraph).get('join__Graph');
  const values = graphs?.kind === Kind.ENUM_TYPE_DEFINITION ? (graphs.values ?? []) : [];
  return new Map(
    values.flatMap((value) =>
      joinsOf(value, 'join__graph').map(({ name }) => [value.name.value, String(name)] as const),
    ),
  );
}
