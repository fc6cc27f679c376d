import { CombinedGraphQLErrors } from '@apollo/client/errors';

type Query = {
  readonly data: unknown;
  /** What was there before; a connection that breaks leaves nothing else. */
  readonly previousData?: unknown;
  readonly error?: unknown;
};

/**
 * What went wrong in one field at the root of a query, such as one that was deferred; null when nothing did. A connection that broke
 * after the rest had come is the part's error too.
 */
export function errorOfPart({ data, previousData, error }: Query, field: string): unknown {
  if (error === undefined) return null;
  if (!CombinedGraphQLErrors.is(error)) return (data ?? previousData) === undefined ? null : error;
  const own = error.errors.filter(({ path }) => path?.[0] === field);
  return own.length > 0 ? new CombinedGraphQLErrors({ errors: own }) : null;
}

/**
 * The query as if it had been without that field, for whoever shows an error of the rest in place of all: such an error is kept and
 * the data, which may have holes, is not. Needs the error policy `all`.
 */
export function withoutPart<Q extends Query>(query: Q, field: string): Q {
  const { error } = query;
  if (!CombinedGraphQLErrors.is(error)) return query;
  const isOfRest = error.errors.some(({ path }) => path?.[0] !== field);
  return isOfRest ? { ...query, data: undefined } : { ...query, error: undefined };
}

/**
 * The query as if nothing deep inside its answer had failed, for whoever can show that with holes. Needs the error policy `all`, which
 * leaves null where something failed.
 */
export function withHoles<Q extends Query>(query: Q): Q {
  const { error, data } = query;
  if (data === undefined || !CombinedGraphQLErrors.is(error)) return query;
  const isDeep = error.errors.every(({ path }) => path !== undefined && path.length > 1);
  return isDeep ? { ...query, error: undefined } : query;
}
