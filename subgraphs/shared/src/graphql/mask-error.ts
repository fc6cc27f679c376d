import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { log } from '../log.ts';
import { newId } from '../ids.ts';

/** Codes of errors that are the caller's to read; anything else is masked. */
const readable = new Set([
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'FORBIDDEN',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'UNAUTHENTICATED',
]);

/** Apollo Server's formatError: faults get an id that the log knows, and tell nothing else. */
export function maskError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const code = formatted.extensions?.['code'];
  const { stacktrace: _stacktrace, ...extensions } = formatted.extensions ?? {};
  if (typeof code === 'string' && readable.has(code)) return { ...formatted, extensions };
  const errorId = newId();
  const cause = unwrapResolverError(error);
  log.error('fault', {
    errorId,
    path: formatted.path,
    error: cause instanceof GraphQLError ? (cause.originalError ?? cause) : cause,
  });
  return {
    message: `Something went wrong on our side. Nothing was lost. Error id ${errorId}.`,
    ...(formatted.path && { path: formatted.path }),
    extensions: { code: 'INTERNAL_ERROR', errorId },
  };
}
