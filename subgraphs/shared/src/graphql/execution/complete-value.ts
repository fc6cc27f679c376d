import {
  defaultTypeResolver,
  GraphQLError,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLAbstractType,
  type GraphQLLeafType,
  type GraphQLList,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import { addPath, type Path } from 'graphql/jsutils/Path.js';
import { nullOrThrow } from './errors.ts';
import type { FieldPlan } from './field-plan.ts';
import { runFields } from './run-fields.ts';
import { isPromise, resolveInfo, type Run } from './run.ts';

/**
 * Makes what a resolver gave into what is answered: null, a leaf, a list, an object with its fields, or a promise of it.
 * @throws whatever is wrong with the value
 */
export type Complete = (run: Run, value: unknown, path: Path) => unknown;

/** A field whose values are completed, and the fields below it for each type that its objects can have. */
export type Completed = Pick<FieldPlan, 'definition' | 'nodes' | 'parentType'> & {
  readonly fieldsOf: (type: GraphQLObjectType) => readonly FieldPlan[];
};

export function compileComplete(field: Completed, type: GraphQLOutputType): Complete {
  if (isNonNullType(type)) return nonNull(field, compileComplete(field, type.ofType));
  const complete = compileNullable(field, type);
  return (run, value, path) => {
    if (value instanceof Error) throw value;
    return value === null || value === undefined ? null : complete(run, value, path);
  };
}

function compileNullable(field: Completed, type: GraphQLOutputType): Complete {
  if (isLeafType(type)) return leaf(type);
  if (isListType(type)) return list(field, type);
  if (isAbstractType(type)) return abstract(field, type);
  if (isObjectType(type)) return object(field, type);
  throw new Error(`No output type: ${String(type)}`);
}

function nonNull({ parentType, definition }: Completed, complete: Complete): Complete {
  return (run, value, path) => {
    const completed = complete(run, value, path);
    if (completed !== null) return completed;
    const name = `${parentType.name}.${definition.name}`;
    throw new Error(`Cannot return null for non-nullable field ${name}.`);
  };
}

function leaf(type: GraphQLLeafType): Complete {
  return (_run, value) => {
    const serialized: unknown = type.serialize(value);
    if (serialized !== null && serialized !== undefined) return serialized;
    throw new Error(`Expected ${type.name} to serialize to a value that is not null.`);
  };
}

function list(field: Completed, type: GraphQLList<GraphQLOutputType>): Complete {
  const { parentType, definition, nodes } = field;
  const completeItem = compileComplete(field, type.ofType);
  const place = { nodes, isNonNull: isNonNullType(type.ofType) };
  const item = (run: Run, value: unknown, path: Path): unknown => {
    try {
      const completed = isPromise(value)
        ? value.then((settled) => completeItem(run, settled, path))
        : completeItem(run, value, path);
      if (!isPromise(completed)) return completed;
      return completed.then(undefined, (error: unknown) =>
        nullOrThrow(run.errors, place, path, error),
      );
    } catch (error) {
      return nullOrThrow(run.errors, place, path, error);
    }
  };
  return (run, values, path) => {
    if (!isIterable(values)) {
      const name = `${parentType.name}.${definition.name}`;
      throw new GraphQLError(`Expected Iterable, but did not find one for field "${name}".`);
    }
    const items: unknown[] = [];
    try {
      for (const value of values) {
        items.push(item(run, value, addPath(path, items.length, undefined)));
      }
    } catch (error) {
      // Items that are late may fail too, and nobody waits for them any more: unheard, that would end the process.
      void Promise.allSettled(Array.isArray(values) ? [...items, ...values] : items);
      throw error;
    }
    return items.some(isPromise) ? Promise.all(items) : items;
  };
}

const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value;

function object(field: Completed, type: GraphQLObjectType): Complete {
  const { isTypeOf } = type;
  let plans: readonly FieldPlan[] | undefined;
  const fields = (run: Run, value: unknown, path: Path) => {
    plans ??= field.fieldsOf(type);
    return runFields(run, plans, value, path);
  };
  if (!isTypeOf) return fields;
  return (run, value, path) => {
    const check = (isOfType: boolean) => {
      if (isOfType) return fields(run, value, path);
      throw new GraphQLError(`Expected value of type "${type.name}".`, { nodes: field.nodes });
    };
    const isOfType = isTypeOf(value, run.context, resolveInfo(run, field, path));
    return typeof isOfType === 'boolean' ? check(isOfType) : isOfType.then(check);
  };
}

function abstract(field: Completed, type: GraphQLAbstractType): Complete {
  const completers = new Map<string, Complete>();
  const completeAs = (run: Run, name: unknown): Complete => {
    const known = typeof name === 'string' ? completers.get(name) : undefined;
    if (known) return known;
    const runtimeType = runtimeTypeOf(run, field, type, name);
    const complete = object(field, runtimeType);
    completers.set(runtimeType.name, complete);
    return complete;
  };
  const resolveType = type.resolveType ?? defaultTypeResolver;
  return (run, value, path) => {
    const name: unknown = resolveType(value, run.context, resolveInfo(run, field, path), type);
    return isPromise(name)
      ? name.then((settled) => completeAs(run, settled)(run, value, path))
      : completeAs(run, name)(run, value, path);
  };
}

/** @throws GraphQLError when the name is not that of a type that the abstract one can be */
function runtimeTypeOf(
  { source: { schema } }: Run,
  { parentType, definition, nodes }: Completed,
  type: GraphQLAbstractType,
  name: unknown,
): GraphQLObjectType {
  const runtimeType = typeof name === 'string' ? schema.getType(name) : undefined;
  if (isObjectType(runtimeType) && schema.isSubType(type, runtimeType)) return runtimeType;
  const place = `"${type.name}" of field "${parentType.name}.${definition.name}"`;
  throw new GraphQLError(`An object of ${place} is of no possible type: ${String(name)}.`, {
    nodes,
  });
}
