import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { log } from '../log.ts';
import { newId } from '../ids.ts';

/** Codes of errors that are the caller's to read; anything else is masked. */
const readable = new Set([
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'DEADLINE_EXCEEDED',
  'FORBIDDEN',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'UNAUTHENTICATED',
]);

/** The error as the gateway may see it: faults get an id that the log knows, and tell nothing else. */
export function maskError(error: GraphQLError): GraphQLFormattedError {
  const formatted = error.toJSON();
  const code = error.extensions['code'];
  if (typeof code === 'string' && readable.has(code)) return formatted;
  const errorId = newId();
  log.error('fault', { errorId, path: error.path, error: error.originalError ?? error });
  return {
    message: `Something went wrong on our side. Nothing was lost. Error id ${errorId}.`,
    ...(formatted.path && { path: formatted.path }),
    extensions: { code: 'INTERNAL_ERROR', errorId },
  };
}
