import { newId } from '@finflow/shared/ids';
import { log } from '@finflow/shared/log';
import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import {
  isTooDeepToRead,
  limitCodeOf,
  limitCodes,
  limitDetails,
  tooDeepToRead,
} from './limits/limit-codes.ts';

/** Codes whose sentence was written for the caller, here or by a subgraph. Anything else is a fault and is masked. */
export const clientCodes: ReadonlySet<string> = new Set([
  ...limitCodes,
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'DEADLINE_EXCEEDED',
  'FILE_TOO_LARGE',
  'FORBIDDEN',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'INTROSPECTION_DISABLED',
  'INTERNAL_ERROR',
  'NOT_FOUND',
  'NO_QUERY_PLAN',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_IN_LIST',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'RESUME_GAP',
  'SERVICE_UNAVAILABLE',
  'TOO_MANY_SUBSCRIPTIONS',
  'UNAUTHENTICATED',
]);

/** Codes of a client's request as a whole. From a subgraph they say that the gateway asked wrongly, and what its schema is called. */
const ofRequests = new Set([
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** Apollo Server's formatError: code and sentence, never a stack or which subgraph it was. A fault gets an id that the log knows. */
export function presentError(
  formatted: GraphQLFormattedError,
  error: unknown,
): GraphQLFormattedError {
  const { message, path, locations, extensions = {} } = formatted;
  // A field's error comes from a subgraph: its locations are places in a text that the client has never seen.
  const place = path ? { path } : locations && { locations };
  const { errorId } = extensions;
  const code = limitCodeOf(error) ?? extensions['code'];
  const isMisdirected = 'serviceName' in extensions && ofRequests.has(String(code));
  if (typeof code === 'string' && clientCodes.has(code) && !isMisdirected) {
    const details = limitDetails(code, extensions);
    const kept = { code, ...details, ...(typeof errorId === 'string' && { errorId }) };
    const sentence = isTooDeepToRead(error) ? tooDeepToRead : message;
    return { message: sentence, ...place, extensions: kept };
  }
  const newErrorId = newId();
  log.error('fault', { errorId: newErrorId, path, error: unwrapResolverError(error) });
  return {
    message: `Something went wrong on our side. Nothing was lost. Error id ${newErrorId}.`,
    ...place,
    extensions: { code: 'INTERNAL_ERROR', errorId: newErrorId },
  };
}
