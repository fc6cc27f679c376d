import { GraphQLError, type ExecutionResult } from 'graphql';
import { presentError } from '../present-error.ts';
import type { ReadFeed } from './feed-reader.ts';

/** What the subscriber gets for a signal; null when the entity isn't there for this caller, so there is nothing to tell. */
export function toFeedAnswer(
  { responseName }: ReadFeed,
  { data, errors = [] }: ExecutionResult,
): ExecutionResult | null {
  const isThere = data?.[responseName] != null;
  if (!isThere && errors.every(hidesTheEntity)) return null;
  return toToldAnswer({ data: data ?? null, errors });
}

/** What the subscriber gets for what a subgraph told by itself: all of it, refusals too. */
export const toToldAnswer = ({ data, errors = [] }: ExecutionResult): ExecutionResult => ({
  data: data ?? null,
  ...(errors.length > 0 && { errors: errors.map(presented) }),
});

const hiding = new Set(['FORBIDDEN', 'NOT_FOUND', 'UNAUTHENTICATED']);

/** An error of the entity itself, not of a field in it: the caller may not know that it exists. */
const hidesTheEntity = ({ path, extensions }: GraphQLError): boolean =>
  (path?.length ?? 0) <= 1 && hiding.has(String(extensions['code']));

/** An error for the subscriber: masked as over HTTP. */
function presented(error: GraphQLError): GraphQLError {
  const { message, path, extensions } = presentError(error.toJSON(), error);
  return new GraphQLError(message, {
    ...(path && { path }),
    ...(extensions && { extensions }),
  });
}

/** What was thrown, for the subscriber: masked as over HTTP, and logged under the id that the client sees. */
export function presentedFault(thrown: unknown): GraphQLError {
  if (thrown instanceof GraphQLError) return presented(thrown);
  const cause = thrown instanceof Error ? thrown : new Error(String(thrown));
  return presented(new GraphQLError(cause.message, { originalError: cause }));
}

/** A result as clients get it: with the id after which the feed goes on. */
export const answerText = (
  { data, errors, extensions }: ExecutionResult,
  eventId: string | null,
): string =>
  JSON.stringify({
    ...(data !== undefined && { data }),
    ...(errors && { errors }),
    extensions: { ...extensions, ...(eventId !== null && { eventId }) },
  });
