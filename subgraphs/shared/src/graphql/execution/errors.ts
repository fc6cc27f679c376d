import { locatedError, type FieldNode, type GraphQLError } from 'graphql';
import { pathToArray, type Path } from 'graphql/jsutils/Path.js';

/** The errors of one run. Below a place that has become null nothing more is reported, as graphql-js has it. */
export type FieldErrors = {
  readonly list: readonly GraphQLError[];
  /** @param nulled the place that became null; undefined: the whole answer */
  add(error: GraphQLError, nulled: Path | undefined): void;
};

export function createFieldErrors(): FieldErrors {
  const list: GraphQLError[] = [];
  const nulled = new Set<Path | undefined>();
  const isNulled = (place: Path | undefined): boolean => {
    for (let path = place; path !== undefined; path = path.prev) if (nulled.has(path)) return true;
    return nulled.has(undefined);
  };
  return {
    list,
    add: (error, place) => {
      if (isNulled(place)) return;
      nulled.add(place);
      list.push(error);
    },
  };
}

/** Where a value stands: the fields of the text that ask for it, and whether it may be null. */
export type Place = { readonly nodes: readonly FieldNode[]; readonly isNonNull: boolean };

/** What a failed value becomes: null with an error, or the failure of what holds it. */
export function nullOrThrow(
  errors: FieldErrors,
  { nodes, isNonNull }: Place,
  path: Path,
  thrown: unknown,
): null {
  const error = locatedError(thrown, nodes, pathToArray(path));
  if (isNonNull) throw error;
  errors.add(error, path);
  return null;
}
