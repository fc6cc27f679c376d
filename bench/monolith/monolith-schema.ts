import type { BaseContext, Subgraph } from '@finflow/shared/graphql/subgraph';
import {
  defaultFieldResolver,
  getNamedType,
  isAbstractType,
  isObjectType,
  isScalarType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { mergeSchemas } from './merge-schemas.ts';

/** What an operation of the monolith carries: the context of each room, and which entity of one room is which of another. */
export type MonolithContext = {
  readonly contextIn: (room: Subgraph) => BaseContext;
  readonly parents: WeakMap<object, Map<Subgraph, Promise<unknown>>>;
};

type Field = GraphQLField<unknown, unknown>;
type Resolve = GraphQLFieldResolver<unknown, MonolithContext>;

/**
 * The rooms' own schemas, resolvers and rights in one schema without federation. An entity of several rooms begins in one of them; a field
 * that another room owns is resolved on that room's own object, which its reference resolver gives.
 */
export function monolithSchema(rooms: readonly Subgraph[]): GraphQLSchema {
  const schema = mergeSchemas(rooms.map((room) => room.schema));
  const origins = new WeakMap<object, Subgraph>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isScalarType(type)) Object.assign(type, leafOf(rooms, type.name));
    if (!isObjectType(type)) continue;
    const owners = ownersOf(rooms, type);
    for (const field of Object.values(type.getFields())) {
      const resolve = resolverOf(type, owners, { field, origins });
      field.resolve = spans(rooms, schema, field)
        ? noting(resolve, owners, { field, origins })
        : resolve;
    }
  }
  return schema;
}

/** How each room resolves the fields of a type. */
type Owners = ReadonlyMap<Subgraph, Readonly<Record<string, Field>>>;
type Place = { readonly field: Field; readonly origins: WeakMap<object, Subgraph> };

function ownersOf(rooms: readonly Subgraph[], { name }: GraphQLObjectType): Owners {
  const fields = rooms.flatMap((room) => {
    const type = room.schema.getType(name);
    return isObjectType(type) ? [[room, type.getFields()] as const] : [];
  });
  return new Map(fields);
}

/** Whether no room has all fields of the type: then its objects come from one room and go on to others. */
const isSpanning = (owners: Owners, type: GraphQLObjectType): boolean =>
  !['Query', 'Mutation'].includes(type.name) &&
  ![...owners.values()].some((fields) =>
    Object.keys(type.getFields()).every((field) => field in fields),
  );

/** Whether the field can give an object that spans rooms. */
function spans(rooms: readonly Subgraph[], schema: GraphQLSchema, field: Field): boolean {
  const type = getNamedType(field.type);
  const objects = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
  return objects.some(
    (object) => isObjectType(object) && isSpanning(ownersOf(rooms, object), object),
  );
}

function resolverOf(type: GraphQLObjectType, owners: Owners, { field, origins }: Place): Resolve {
  const [home, fields] = [...owners].find(([, candidates]) => field.name in candidates) ?? [];
  if (!home || !fields) throw new Error(`Nobody resolves ${type.name}.${field.name}`);
  const resolve = fields[field.name]?.resolve ?? defaultFieldResolver;
  const atHome: Resolve = (source, args, context, info) =>
    resolve(source, args, context.contextIn(home), info);
  if (!isSpanning(owners, type)) return atHome;
  return (source, args, context, info) => {
    const origin = origins.get(Object(source)) ?? home;
    const own = owners.get(origin)?.[field.name];
    if (own)
      return (own.resolve ?? defaultFieldResolver)(source, args, context.contextIn(origin), info);
    return parentIn(home, type.name, Object(source), context, info).then((parent) =>
      parent == null ? null : resolve(parent, args, context.contextIn(home), info),
    );
  };
}

type Reference = (reference: object, context: BaseContext, info: unknown) => Promise<unknown>;

/** The same entity as the room has it; asked once in an operation. */
function parentIn(
  ...[room, typeName, source, context, info]: [Subgraph, string, object, MonolithContext, unknown]
): Promise<unknown> {
  const known = context.parents.get(source) ?? new Map<Subgraph, Promise<unknown>>();
  context.parents.set(source, known);
  const extensions = room.schema.getType(typeName)?.extensions as
    | { apollo?: { subgraph?: { resolveReference?: Reference } } }
    | undefined;
  const resolve = extensions?.apollo?.subgraph?.resolveReference;
  if (!resolve || !('id' in source)) throw new Error(`No reference to ${typeName}`);
  const parent =
    known.get(room) ??
    resolve({ __typename: typeName, id: source.id }, context.contextIn(room), info);
  known.set(room, parent);
  return parent;
}

/** Notes from which room the objects come that the field gives. */
function noting(resolve: Resolve, owners: Owners, { field, origins }: Place): Resolve {
  const [room] = [...owners].find(([, fields]) => field.name in fields) ?? [];
  const note = (value: unknown): unknown => {
    if (Array.isArray(value)) for (const item of value) note(item);
    else if (room && typeof value === 'object' && value !== null) origins.set(value, room);
    return value;
  };
  return (...place) => {
    const value = resolve(...place);
    return value instanceof Promise ? value.then(note) : note(value);
  };
}

/** How the rooms read and write a scalar. */
function leafOf(rooms: readonly Subgraph[], name: string) {
  const type = rooms.map((room) => room.schema.getType(name)).find(isScalarType);
  if (!type) throw new Error(`No room has ${name}`);
  const { serialize, parseValue, parseLiteral } = type;
  return { serialize, parseValue, parseLiteral };
}
