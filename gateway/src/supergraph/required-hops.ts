import {
  Kind,
  parse,
  visit,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type TypeDefinitionNode,
} from 'graphql';
import {
  coordinatesIn,
  directive,
  enumArgument,
  externalJoin,
  fieldedTypesOf,
  fieldsOf,
  isType,
  joinsIn,
  joinsOf,
  selectionsOf,
  typesOf,
  type Joined,
} from './join-directives.ts';
import { argumentsOf } from './linked-directives.ts';
import {
  includeImplemented,
  includeSet,
  includeTypesOf,
  movedTo,
  type Twin,
} from './subgraph-twin.ts';
import { withoutUnusedExternals } from './unused-externals.ts';

/** A field with `@requires` that another `@requires` asks for: a hop on the way to that one. */
type Hop = {
  readonly typeName: string;
  readonly fieldName: string;
  readonly graph: string;
  readonly requires: string;
};

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
  const names = hops.flatMap((hop) => [hop.fieldName, ...fieldNamesIn(hop.requires)]);
  return withoutUnusedExternals(separated, new Set(names));
}

function hopsOf(supergraph: DocumentNode): readonly Hop[] {
  const types = fieldedTypesOf(supergraph);
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
  includeImplemented(twin, type);
  return written(supergraph, hop, twin);
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
    return [movedTo(join, twin), externalJoin(hop.graph)];
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

function fieldNamesIn(set: string): readonly string[] {
  const names: string[] = [];
  visit(parse(`{${set}}`), { Field: ({ name }) => void names.push(name.value) });
  return names;
}
