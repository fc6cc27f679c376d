import {
  Kind,
  parse,
  visit,
  type ConstArgumentNode,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type SelectionNode,
  type TypeDefinitionNode,
  type TypeNode,
} from 'graphql';
import { argumentsOf } from './linked-directives.ts';
import { withoutUnusedExternals } from './unused-externals.ts';

/** A field with `@requires` that another `@requires` asks for: a hop on the way to that one. */
type Hop = {
  readonly typeName: string;
  readonly fieldName: string;
  readonly graph: string;
  readonly requires: string;
};

type Types = ReadonlyMap<string, TypeDefinitionNode>;

const separator = '~';

/** The subgraph that a step of a plan is about. */
export const subgraphOf = (serviceName: string): string => serviceName.split(separator)[0] ?? '';

/**
 * The planner forgets what a hop requires when the plan began in the hop's own subgraph: it asks for the hop at once, without that. It
 * doesn't when the hop is in another subgraph, so each hop gets one of its own in the supergraph. It has the entity's keys, the hop and
 * what that requires and returns; its name leads to the subgraph that it really is.
 */
export function separateRequiredHops(supergraph: DocumentNode): DocumentNode {
  const hops = hopsOf(supergraph);
  if (hops.length === 0) return supergraph;
  const separated = hops.reduce(separateHop, supergraph);
  const names = hops.flatMap((hop) => [hop.fieldName, ...namesIn(hop.requires)]);
  return withoutUnusedExternals(separated, new Set(names));
}

function hopsOf(supergraph: DocumentNode): readonly Hop[] {
  const types = typesOf(supergraph);
  const requiring = [...types.values()].flatMap((type) =>
    fieldsOf(type).flatMap((field) =>
      joinsOf(field, 'join__field').flatMap(({ graph, requires }) =>
        typeof graph === 'string' && typeof requires === 'string'
          ? [{ typeName: type.name.value, fieldName: field.name.value, graph, requires }]
          : [],
      ),
    ),
  );
  const required = new Set(
    requiring.flatMap(({ typeName, requires }) =>
      coordinatesIn(selectionsOf(requires), typeName, types),
    ),
  );
  return requiring.filter(({ typeName, fieldName }) => required.has(`${typeName}.${fieldName}`));
}

/** What a twin adds to the supergraph: directives by type, `Type.field` or `Enum.VALUE`. */
type Twin = {
  readonly graph: string;
  readonly name: string;
  readonly types: Types;
  readonly joins: Map<string, ConstDirectiveNode[]>;
};

function separateHop(supergraph: DocumentNode, hop: Hop, index: number): DocumentNode {
  const types = typesOf(supergraph);
  const twin: Twin = {
    graph: hop.graph,
    name: `${hop.graph}__HOP_${index}`,
    types,
    joins: new Map(),
  };
  const type = types.get(hop.typeName);
  if (!type) throw new Error(`The supergraph has no ${hop.typeName}`);
  const keyJoins = joinsIn(type, 'join__type', hop.graph);
  twin.joins.set(
    hop.typeName,
    keyJoins.map((join) => movedTo(join, twin)),
  );
  for (const join of keyJoins) {
    const { key } = argumentsOf(join);
    if (typeof key === 'string') includeSet(twin, selectionsOf(key), hop.typeName);
  }
  includeSet(twin, selectionsOf(hop.requires), hop.typeName);
  const own = fieldsOf(type).find(({ name }) => name.value === hop.fieldName);
  if (own) includeTypesOf(twin, own);
  return written(supergraph, hop, twin);
}

/** The fields of a key or @requires, and what is below them. */
function includeSet(twin: Twin, selections: readonly SelectionNode[], typeName: string): void {
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

function includeTypesOf(twin: Twin, field: FieldDefinitionNode | InputValueDefinitionNode): void {
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

/** The supergraph with the twin in it, and the hop there instead of where it was. */
function written(supergraph: DocumentNode, hop: Hop, twin: Twin): DocumentNode {
  const joinsFor = (key: string) => twin.joins.get(key) ?? [];
  const withJoins = <T extends Joined>(node: T, key: string): T => ({
    ...node,
    directives: [...(node.directives ?? []), ...joinsFor(key)],
  });
  const fieldIn = <T extends FieldDefinitionNode | InputValueDefinitionNode>(
    type: TypeDefinitionNode,
    field: T,
  ): T => {
    const key = `${type.name.value}.${field.name.value}`;
    if (key === `${hop.typeName}.${hop.fieldName}`) return withHop(field, hop, twin);
    const isUnsaid = joinsOf(field, 'join__field').length === 0;
    if (type.name.value !== hop.typeName || !isUnsaid || twin.joins.has(key)) {
      return withJoins(field, key);
    }
    // Said of no subgraph it would be in all, so also in the twin.
    const graphs = new Set(joinsOf(type, 'join__type').map(({ graph }) => String(graph)));
    const said = [...graphs].map((graph) =>
      directive('join__field', [enumArgument('graph', graph)]),
    );
    return { ...field, directives: [...(field.directives ?? []), ...said] };
  };
  const rewritten: DocumentNode = {
    ...supergraph,
    definitions: supergraph.definitions.map((definition) => {
      if (!isType(definition)) return definition;
      if (definition.name.value === 'join__Graph') return withGraph(definition, hop, twin);
      const type = withJoins(definition, definition.name.value);
      if (type.kind === Kind.ENUM_TYPE_DEFINITION) {
        const values = type.values?.map((value) =>
          withJoins(value, `${type.name.value}.${value.name.value}`),
        );
        return { ...type, ...(values && { values }) };
      }
      if (type.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) {
        return { ...type, fields: (type.fields ?? []).map((field) => fieldIn(definition, field)) };
      }
      return 'fields' in type
        ? { ...type, fields: (type.fields ?? []).map((field) => fieldIn(definition, field)) }
        : type;
    }),
  };
  return rewritten;
}

/** Where it was, it stays as another's, for interfaces that want it. */
function withHop<T extends Joined>(field: T, hop: Hop, twin: Twin): T {
  const directives = (field.directives ?? []).flatMap((join) => {
    const { graph, requires } = argumentsOf(join);
    if (join.name.value !== 'join__field' || graph !== hop.graph || requires === undefined) {
      return [join];
    }
    const external: ConstArgumentNode = {
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: 'external' },
      value: { kind: Kind.BOOLEAN, value: true },
    };
    return [
      movedTo(join, twin),
      directive('join__field', [enumArgument('graph', hop.graph), external]),
    ];
  });
  return { ...field, directives };
}

function withGraph(definition: DefinitionNode, hop: Hop, twin: Twin): DefinitionNode {
  if (definition.kind !== Kind.ENUM_TYPE_DEFINITION) return definition;
  const values = definition.values ?? [];
  const original = values.find(({ name }) => name.value === hop.graph);
  if (!original) throw new Error(`The supergraph has no graph ${hop.graph}`);
  const suffix = twin.name.slice(hop.graph.length);
  const copy = visit(original, {
    Argument: (argument) =>
      argument.name.value === 'name' && argument.value.kind === Kind.STRING
        ? {
            ...argument,
            value: { ...argument.value, value: `${argument.value.value}${separator}${suffix}` },
          }
        : undefined,
  });
  return {
    ...definition,
    values: [...values, { ...copy, name: { kind: Kind.NAME, value: twin.name } }],
  };
}

function movedTo(
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

type Joined = { readonly directives?: readonly ConstDirectiveNode[] | undefined };

const joinsIn = (node: Joined, name: string, graph: string): readonly ConstDirectiveNode[] =>
  (node.directives ?? []).filter(
    (join) => join.name.value === name && argumentsOf(join)['graph'] === graph,
  );

const joinsOf = ({ directives = [] }: Joined, name: string): Record<string, unknown>[] =>
  directives.filter((join) => join.name.value === name).map(argumentsOf);

const directive = (name: string, given: readonly ConstArgumentNode[]): ConstDirectiveNode => ({
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: name },
  arguments: given,
});

const enumArgument = (name: string, value: string): ConstArgumentNode => ({
  kind: Kind.ARGUMENT,
  name: { kind: Kind.NAME, value: name },
  value: { kind: Kind.ENUM, value },
});

const typesOf = ({ definitions }: DocumentNode): Types =>
  new Map(definitions.filter(isType).map((type) => [type.name.value, type]));

const isType = (node: DefinitionNode): node is TypeDefinitionNode =>
  node.kind.endsWith('TypeDefinition');

const fieldsOf = (
  type: TypeDefinitionNode,
): readonly (FieldDefinitionNode | InputValueDefinitionNode)[] =>
  'fields' in type ? (type.fields ?? []) : [];

const namedTypeOf = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : namedTypeOf(type.type);

function selectionsOf(set: string): readonly SelectionNode[] {
  const [definition] = parse(`{${set}}`).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`No field set: ${set}`);
  return definition.selectionSet.selections;
}

function namesIn(set: string): readonly string[] {
  const names: string[] = [];
  visit(parse(`{${set}}`), { Field: ({ name }) => void names.push(name.value) });
  return names;
}

/** `Type.field` of all that a field set names; of an interface, those of the types behind it. */
const coordinatesIn = (
  selections: readonly SelectionNode[],
  typeName: string,
  types: Types,
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
        type.name.value === typeName ||
        ('interfaces' in type && type.interfaces?.some((one) => one.name.value === typeName)),
    );
    const field = behind.flatMap(fieldsOf).find((own) => own.name.value === name);
    return [
      ...behind.map((type) => `${type.name.value}.${name}`),
      ...(field ? coordinatesIn(inner, namedTypeOf(field.type), types) : []),
    ];
  });
