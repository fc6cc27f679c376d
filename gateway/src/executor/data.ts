import { isAbstractType, type GraphQLSchema } from 'graphql';

/** An object of a subgraph's answer or of the result tree, by response name. */
export type Data = Record<string, unknown>;

export type Path = readonly (string | number)[];

/** Whether one of the paths leads to the other. */
export function isAlong(one: Path, other: Path): boolean {
  const shared = Math.min(one.length, other.length);
  for (let index = 0; index < shared; index++) if (one[index] !== other[index]) return false;
  return true;
}

export const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Puts what another subgraph knows into the tree. The names that both have are merged; a value wins over null. Of an interface object a
 * subgraph knows the interface alone: that `__typename` never replaces the object's own, which another subgraph has told.
 */
export function merge(target: Data, source: Data, schema: GraphQLSchema): void {
  for (const key in source) {
    if (key === '__proto__') continue; // No planned name begins so; as a key it would change the prototype.
    const value = source[key];
    if (value === undefined) continue;
    const existing = target[key];
    if (existing === undefined || existing === null) target[key] = value;
    else if (value !== null && value !== existing) {
      if (key === '__typename' && isAbstract(value, schema)) continue;
      target[key] = merged(existing, value, schema);
    }
  }
}

const isAbstract = (typeName: unknown, schema: GraphQLSchema): boolean =>
  typeof typeName === 'string' && isAbstractType(schema.getType(typeName));

function merged(existing: unknown, value: unknown, schema: GraphQLSchema): unknown {
  if (isData(existing) && isData(value)) {
    merge(existing, value, schema);
    return existing;
  }
  if (Array.isArray(existing) && Array.isArray(value) && existing.length === value.length) {
    for (let index = 0; index < value.length; index++) {
      const item: unknown = value[index];
      if (item === null || item === undefined) continue;
      existing[index] = existing[index] == null ? item : merged(existing[index], item, schema);
    }
    return existing;
  }
  return value;
}
