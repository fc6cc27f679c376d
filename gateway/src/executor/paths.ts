import { isData, type Data, type Path } from './data.ts';

/** Where a fetch's entities stand: response names, and `@` for each item of a list. */
export type PlanPath = readonly string[];

/** Adds each object at the path below the value, once also when it stands at several places. */
export function gather(value: unknown, path: PlanPath, found: Set<Data>, from = 0): void {
  if (Array.isArray(value)) {
    const rest = path[from] === '@' ? from + 1 : from;
    for (const item of value) gather(item, path, found, rest);
    return;
  }
  if (!isData(value)) return;
  const name = path[from];
  if (name === undefined) found.add(value);
  else gather(value[name], path, found, from + 1);
}

/** The concrete places of the objects that are asked for, with response names and indexes of the result tree. */
export function locate(
  root: Data,
  path: PlanPath,
  wanted: ReadonlySet<Data>,
): ReadonlyMap<Data, readonly Path[]> {
  const places = new Map<Data, Path[]>();
  const walk = (value: unknown, from: number, place: Path): void => {
    if (Array.isArray(value)) {
      const rest = path[from] === '@' ? from + 1 : from;
      value.forEach((item, index) => walk(item, rest, [...place, index]));
      return;
    }
    if (!isData(value)) return;
    const name = path[from];
    if (name !== undefined) walk(value[name], from + 1, [...place, name]);
    else if (wanted.has(value)) places.set(value, [...(places.get(value) ?? []), place]);
  };
  walk(root, 0, []);
  return places;
}
