import type { ResponsePath } from '@apollo/query-planner';
import { isObjectType, type GraphQLSchema } from 'graphql';
import { isData, type Data, type Path } from './data.ts';
import { stepsOf } from './planned-fetches.ts';

/**
 * Where a fetch's entities stand: response names, `@` for each item of a list, and the types of which the object there must be one. An
 * object whose type isn't known passes.
 */
export type PlanPath = readonly (string | ReadonlySet<unknown>)[];

export const planPathOf = (path: ResponsePath, schema: GraphQLSchema): PlanPath =>
  stepsOf(path).flatMap(({ name, types }) => [
    ...(name === '' ? [] : [name]),
    ...(types ? [typenamesOf(types, schema)] : []),
  ]);

/** Of an interface object a subgraph knows the interface alone, so its name passes too. */
const typenamesOf = (names: readonly string[], schema: GraphQLSchema): ReadonlySet<unknown> =>
  new Set(
    names.flatMap((name) => {
      const type = schema.getType(name);
      return [name, ...(isObjectType(type) ? type.getInterfaces().map((one) => one.name) : [])];
    }),
  );

/** Adds each object at the path below the value, once also when it stands at several places. */
export function gather(value: unknown, path: PlanPath, found: Set<Data>, from = 0): void {
  if (Array.isArray(value)) {
    const rest = path[from] === '@' ? from + 1 : from;
    for (const item of value) gather(item, path, found, rest);
    return;
  }
  if (!isData(value)) return;
  const step = path[from];
  if (step === undefined) found.add(value);
  else if (typeof step === 'string') gather(value[step], path, found, from + 1);
  else if (passes(value, step)) gather(value, path, found, from + 1);
}

const passes = ({ __typename: own }: Data, types: ReadonlySet<unknown>): boolean =>
  own === undefined || types.has(own);

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
    const step = path[from];
    if (typeof step === 'string') walk(value[step], from + 1, [...place, step]);
    else if (step !== undefined) {
      if (passes(value, step)) walk(value, from + 1, place);
    } else if (wanted.has(value)) places.set(value, [...(places.get(value) ?? []), place]);
  };
  walk(root, 0, []);
  return places;
}
