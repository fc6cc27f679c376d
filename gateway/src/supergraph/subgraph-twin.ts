import {
  Kind,
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type SelectionNode,
  type TypeDefinitionNode,
} from 'graphql';
import {
  enumArgument,
  externalJoin,
  fieldsOf,
  joinsIn,
  joinsOf,
  namedTypeOf,
  namesIn,
  type Types,
} from './join-directives.ts';
import { argumentsOf } from './linked-directives.ts';

/** A part of a subgraph as a subgraph of its own: the directives that it adds, by type, `Type.field` or `Enum.VALUE`. */
export type Twin = {
  readonly graph: string;
  readonly name: string;
  readonly types: Types;
  readonly joins: Map<string, ConstDirectiveNode[]>;
};

/** The fields of a key or @requires, and what is below them. */
export function includeSet(
  twin: Twin,
  selections: readonly SelectionNode[],
  typeName: string,
): void {
  for (const selection of selections) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) continue;
    const inner = selection.selectionSet?.selections ?? [];
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      includeSet(twin, inner, selection.typeCondition?.name.value ?? typeName);
      continue;
    }
    const type = twin.types.get(typeName);
    const field = type && fieldsOf(type).find(({ name }) => name.value === selection.name.value);
    if (!field) continue; // __typename
    twin.joins.set(
      `${typeName}.${field.name.value}`,
      joinsIn(field, 'join__field', twin.graph).map((join) => movedTo(join, twin, ['requires'])),
    );
    includeTypesOf(twin, field);
    includeSet(twin, inner, namedTypeOf(field.type));
  }
}

/** The types of a field and its arguments, with all that is below them. */
export function includeTypesOf(
  twin: Twin,
  field: FieldDefinitionNode | InputValueDefinitionNode,
): void {
  includeType(twin, namedTypeOf(field.type));
  if (field.kind !== Kind.FIELD_DEFINITION) return;
  for (const argument of field.arguments ?? []) includeTypesOf(twin, argument);
}

/** A type as the subgraph has it, without what it requires or takes from others. Entities can't be entered by their keys. */
function includeType(twin: Twin, typeName: string): void {
  const type = twin.types.get(typeName);
  if (!type || twin.joins.has(typeName)) return;
  const implemented = joinsIn(type, 'join__implements', twin.graph);
  const members = joinsIn(type, 'join__unionMember', twin.graph);
  twin.joins.set(typeName, [
    ...joinsIn(type, 'join__type', twin.graph).map((join) => unenterable(movedTo(join, twin))),
    ...[...implemented, ...members].map((join) => movedTo(join, twin)),
  ]);
  if (type.kind === Kind.ENUM_TYPE_DEFINITION) {
    for (const value of type.values ?? []) {
      const joins = joinsIn(value, 'join__enumValue', twin.graph);
      twin.joins.set(
        `${typeName}.${value.name.value}`,
        joins.map((join) => movedTo(join, twin)),
      );
    }
  }
  for (const field of fieldsOf(type)) includeField(twin, typeName, field);
  includeWanted(twin, type, implemented);
  for (const join of implemented) includeType(twin, String(argumentsOf(join)['interface']));
  for (const join of members) includeType(twin, String(argumentsOf(join)['member']));
  for (const other of twin.types.values()) {
    const joins = joinsIn(other, 'join__implements', twin.graph);
    if (joins.some((join) => argumentsOf(join)['interface'] === typeName)) {
      includeType(twin, other.name.value);
    }
  }
}

function includeField(
  twin: Twin,
  typeName: string,
  field: FieldDefinitionNode | InputValueDefinitionNode,
): void {
  const all = joinsOf(field, 'join__field');
  const own = joinsIn(field, 'join__field', twin.graph).filter((join) => {
    const { requires, external, usedOverridden } = argumentsOf(join);
    return requires === undefined && external !== true && usedOverridden !== true;
  });
  if (all.length > 0 && own.length === 0) return;
  const key = `${typeName}.${field.name.value}`;
  const moved = own.map((join) => movedTo(join, twin, ['provides', 'override']));
  twin.joins.set(key, twin.joins.get(key) ?? moved);
  includeTypesOf(twin, field);
}

/**
 * A type of which only some fields are in the twin is there also as those interfaces that the twin has, with what they want of it: else
 * the planner takes it that no such interface can lead to it.
 */
export function includeImplemented(twin: Twin, type: TypeDefinitionNode): void {
  const own = twin.joins.get(type.name.value) ?? [];
  const known = () =>
    joinsIn(type, 'join__implements', twin.graph).filter((join) =>
      twin.joins.has(String(argumentsOf(join)['interface'])),
    );
  for (let count = 0; known().length > count; ) {
    const implemented = known();
    count = implemented.length;
    twin.joins.set(type.name.value, [...own, ...implemented.map((join) => movedTo(join, twin))]);
    includeWanted(twin, type, implemented); // Which may bring interfaces.
  }
}

/** The fields of a type that its interfaces want. */
function includeWanted(
  twin: Twin,
  type: TypeDefinitionNode,
  implemented: readonly ConstDirectiveNode[],
): void {
  const wanted = new Set(
    implemented.flatMap((join) =>
      namesIn(twin.types.get(String(argumentsOf(join)['interface'])), twin.graph),
    ),
  );
  for (const field of fieldsOf(type)) {
    if (!wanted.has(field.name.value)) continue;
    includeField(twin, type.name.value, field);
    includeAsAnothers(twin, type.name.value, field);
  }
}

/** A field that is left out, since it requires something, stays as another subgraph's for interfaces that want it. */
function includeAsAnothers(
  twin: Twin,
  typeName: string,
  field: FieldDefinitionNode | InputValueDefinitionNode,
): void {
  const key = `${typeName}.${field.name.value}`;
  if (twin.joins.has(key) || joinsIn(field, 'join__field', twin.graph).length === 0) return;
  twin.joins.set(key, [externalJoin(twin.name)]);
}

/** The same said of the twin, but for some arguments. */
export function movedTo(
  join: ConstDirectiveNode,
  twin: Twin,
  without: readonly string[] = [],
): ConstDirectiveNode {
  const given = (join.arguments ?? []).filter(({ name }) => !without.includes(name.value));
  return {
    ...join,
    arguments: given.map((argument) =>
      argument.name.value === 'graph' ? enumArgument('graph', twin.name) : argument,
    ),
  };
}

function unenterable(join: ConstDirectiveNode): ConstDirectiveNode {
  const given = join.arguments ?? [];
  if (!given.some(({ name }) => name.value === 'key')) return join;
  const rest = given.filter(({ name }) => name.value !== 'resolvable');
  return {
    ...join,
    arguments: [
      ...rest,
      {
        kind: Kind.ARGUMENT,
        name: { kind: Kind.NAME, value: 'resolvable' },
        value: { kind: Kind.BOOLEAN, value: false },
      },
    ],
  };
}
