import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import type { FieldGate } from '../rights/field-gate.ts';
import { collectFields, needsObjectType, type CollectedField } from './collect-fields.ts';
import { isData, type Data } from './data.ts';
import { isValueOf } from './leaf-values.ts';
import type { Selection, SelectedGroup } from './selections.ts';
import {
  deniedHere,
  invalidHere,
  lostHere,
  nullHere,
  unknownTypeHere,
  type Shaping,
} from './shaping.ts';

export type ShapeOptions = { readonly schema: GraphQLSchema; readonly gate: FieldGate | null };

/** Makes an answer's object from the tree's. Null: a field that can't be null was. */
export type ObjectShape = (data: Data, shaping: Shaping, depth: number) => Data | null;

/** Makes a value of the answer. Undefined: it was null where it can't be, so its parent becomes null. */
type Complete = (value: unknown, shaping: Shaping, depth: number, parent: Data) => unknown;

type FieldShape = {
  readonly responseName: string;
  readonly dataKey: string;
  readonly complete: Complete;
  /** False for what the gateway knows itself. */
  readonly isFetched: boolean;
};

type TypeShape = {
  readonly typeName: string;
  readonly fields: readonly FieldShape[];
  readonly deferred: readonly SelectedGroup[];
};

/**
 * Compiles selections into a function that shapes objects: only what was selected, under the client's names, nulls and errors as the
 * specification says. What depends on an object's type is compiled at the first of each type.
 */
export function compileObject(
  sets: readonly (readonly Selection[])[],
  type: GraphQLCompositeType,
  options: ShapeOptions,
): ObjectShape {
  const shapes = new Map<string, TypeShape>();
  const shapeOf = (name: string): TypeShape | null => {
    const known = shapes.get(name);
    if (known) return known;
    const runtimeType = options.schema.getType(name);
    if (!isCompositeType(runtimeType)) return null;
    if (needsObjectType(sets, runtimeType, options.schema)) return null;
    const shape = compileType(sets, runtimeType, options);
    shapes.set(name, shape);
    return shape;
  };
  const staticName = type.name;
  let lastName = '';
  let last: TypeShape | null = null;
  return (data, shaping, depth) => {
    const given = data['__typename'];
    const name = typeof given === 'string' ? given : staticName;
    if (name !== lastName || !last) {
      last = shapeOf(name);
      lastName = name;
    }
    if (last) return shapeObject(last, data, shaping, depth);
    unknownTypeHere(shaping, depth, { typeName: staticName, data });
    return null;
  };
}

/** Compiles deferred fragments, each at its first use for each type that it stands on. */
export function compileGroups(options: ShapeOptions) {
  const shapes = new Map<SelectedGroup, Map<string, ObjectShape>>();
  return (group: SelectedGroup, typeName: string): ObjectShape => {
    const byType = shapes.get(group) ?? new Map<string, ObjectShape>();
    shapes.set(group, byType);
    const type = options.schema.getType(typeName);
    if (!isCompositeType(type)) throw new Error('A fragment stands on an object');
    const shape = byType.get(typeName) ?? compileObject([group.selections], type, options);
    byType.set(typeName, shape);
    return shape;
  };
}

function shapeObject(
  { typeName, fields, deferred }: TypeShape,
  data: Data,
  shaping: Shaping,
  depth: number,
): Data | null {
  const output: Data = {};
  for (const { responseName, dataKey, complete, isFetched } of fields) {
    shaping.path[depth] = responseName;
    const fetched = data[dataKey];
    if (fetched === undefined && isFetched) lostHere(shaping, depth + 1, data);
    const value = complete(fetched, shaping, depth + 1, data);
    if (value === undefined) return null;
    if (responseName === '__proto__') defineOwn(output, responseName, value);
    else output[responseName] = value;
  }
  for (const group of deferred) {
    shaping.deferred.push({ group, data, typeName, path: shaping.path.slice(0, depth) });
  }
  return output;
}

/** A client may name a field as it likes; assigning this name would set the prototype instead. */
const defineOwn = (output: Data, name: string, value: unknown): void => {
  Object.defineProperty(output, name, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
};

function compileType(
  sets: readonly (readonly Selection[])[],
  type: GraphQLCompositeType,
  options: ShapeOptions,
): TypeShape {
  const { fields, deferred } = collectFields(sets, type, options.schema);
  return {
    typeName: type.name,
    fields: [...fields.values()].map((field) => ({
      responseName: field.responseName,
      dataKey: field.dataKey,
      complete: compileField(field, type, options),
      isFetched: isFetched(field, type, options),
    })),
    deferred,
  };
}

function compileField(
  field: CollectedField,
  parent: GraphQLCompositeType,
  options: ShapeOptions,
): Complete {
  const { value: name } = field.node.name;
  if (name === '__typename') return completeTypename(parent);
  if (name.startsWith('__')) return (_value, shaping) => shaping.introspect(field);
  const definition = 'getFields' in parent ? parent.getFields()[name] : undefined;
  if (!definition) throw new Error('Validation lets only fields of the schema pass');
  const denial = denialOf(parent, name, options);
  const where = `field ${parent.name}.${name}`;
  if (!denial) return compileValue(definition.type, field, where, options);
  const nothing = isNonNullType(definition.type) ? undefined : null;
  return (_value, shaping, depth) => {
    deniedHere(shaping, depth, denial);
    return nothing;
  };
}

const isFetched = (
  { node }: CollectedField,
  parent: GraphQLCompositeType,
  options: ShapeOptions,
): boolean => !node.name.value.startsWith('__') && !denialOf(parent, node.name.value, options);

/** Of an interface object only the interface is known, so it shows what all of the interface's types may show. */
function denialOf(parent: GraphQLCompositeType, name: string, { gate, schema }: ShapeOptions) {
  if (!gate) return null;
  const types = isAbstractType(parent) ? schema.getPossibleTypes(parent) : [parent];
  for (const type of types) {
    const denial = gate.denialOf(type.name, name);
    if (denial) return denial;
  }
  return null;
}

const completeTypename = (type: GraphQLCompositeType): Complete =>
  isObjectType(type)
    ? () => type.name
    : (_value, shaping, depth) => {
        invalidHere(shaping, depth, `__typename of ${type.name}`);
        return undefined;
      };

function compileValue(
  type: GraphQLOutputType,
  field: CollectedField,
  where: string,
  options: ShapeOptions,
): Complete {
  if (isNonNullType(type)) {
    const complete = compileValue(type.ofType, field, where, options);
    return (value, shaping, depth, parent) => {
      const completed = complete(value, shaping, depth, parent);
      if (completed !== null) return completed;
      nullHere(shaping, depth, where, parent);
      return undefined;
    };
  }
  if (isListType(type)) return compileList(type.ofType, field, where, options);
  const named = getNamedType(type);
  if (isCompositeType(named)) {
    const shape = compileObject(field.sets, named, options);
    return (value, shaping, depth) => {
      if (isData(value)) return shape(value, shaping, depth);
      if (value !== null && value !== undefined) invalidHere(shaping, depth, where);
      return null;
    };
  }
  const isValid = isValueOf(named);
  if (!isValid) return (value) => value ?? null;
  return (value, shaping, depth) => {
    if (value === null || value === undefined) return null;
    if (isValid(value)) return value;
    invalidHere(shaping, depth, where);
    return null;
  };
}

function compileList(
  type: GraphQLOutputType,
  field: CollectedField,
  where: string,
  options: ShapeOptions,
): Complete {
  const complete = compileValue(type, field, where, options);
  return (value, shaping, depth, parent) => {
    if (value === null || value === undefined) return null;
    if (!Array.isArray(value)) {
      invalidHere(shaping, depth, where);
      return null;
    }
    const output: unknown[] = [];
    for (let index = 0; index < value.length; index++) {
      shaping.path[depth] = index;
      const item = complete(value[index], shaping, depth + 1, parent);
      if (item === undefined) return null;
      output.push(item);
    }
    return output;
  };
}
