import { GraphQLError } from 'graphql';

/** The error with a code, unless it has its own. */
export function coded(error: GraphQLError, code: string): GraphQLError {
  if (typeof error.extensions['code'] === 'string') return error;
  return new GraphQLError(error.message, {
    ...(error.nodes && { nodes: error.nodes }),
    ...(error.source && { source: error.source }),
    ...(error.positions && { positions: error.positions }),
    ...(error.path && { path: error.path }),
    ...(error.originalError && { originalError: error.originalError }),
    extensions: { ...error.extensions, code },
  });
}

/**
 * What `read` makes of what a caller sent.
 * @throws GraphQLError BAD_USER_INPUT where graphql-js throws one without a code: null for what may not be null, by a variable with a default
 */
export function badInputIfRefused<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof GraphQLError ? coded(error, 'BAD_USER_INPUT') : error;
  }
}
