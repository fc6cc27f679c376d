/** An object of a subgraph's answer or of the result tree, by response name. */
export type Data = Record<string, unknown>;

export type Path = readonly (string | number)[];

export const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Puts what another subgraph knows into the tree. The names that both have are merged; a value wins over null. */
export function merge(target: Data, source: Data): void {
  for (const key in source) {
    if (key === '__proto__') continue; // No planned name begins so; as a key it would change the prototype.
    const value = source[key];
    if (value === undefined) continue;
    const existing = target[key];
    if (existing === undefined || existing === null) target[key] = value;
    else if (value !== null && value !== existing) target[key] = merged(existing, value);
  }
}

function merged(existing: unknown, value: unknown): unknown {
  if (isData(existing) && isData(value)) {
    merge(existing, value);
    return existing;
  }
  if (Array.isArray(existing) && Array.isArray(value) && existing.length === value.length) {
    for (let index = 0; index < value.length; index++) {
      const item: unknown = value[index];
      if (item === null || item === undefined) continue;
      existing[index] = existing[index] == null ? item : merged(existing[index], item);
    }
    return existing;
  }
  return value;
}
