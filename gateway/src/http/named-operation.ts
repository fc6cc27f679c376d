import type { Viewer } from '@finflow/shared/viewer';
import { GraphQLError } from 'graphql';
import type { OperationTexts } from '../persisted/operation-texts.ts';

/** The parts of an HTTP request that say which operation it is for. */
export type OperationRequest = {
  readonly method: string;
  /** The query string, with its question mark. */
  readonly search: string;
  /** The parsed body of a POST. */
  readonly body: unknown;
};

/** The request with the operation's text in place of its id, or the refusal. What names no operation passes as it is. */
export function withText(
  request: OperationRequest,
  textOf: OperationTexts,
  viewer: Viewer,
): OperationRequest | GraphQLError {
  return request.method === 'POST'
    ? textInBody(request, textOf, viewer)
    : textInSearch(request, textOf, viewer);
}

function textInBody(request: OperationRequest, textOf: OperationTexts, viewer: Viewer) {
  const { body } = request;
  if (!isRecord(body)) return request;
  const text = textOf({ query: body['query'], extensions: body['extensions'] }, viewer);
  if (text === null || text instanceof GraphQLError) return text ?? request;
  return {
    ...request,
    body: {
      ...body,
      query: text,
      ...('extensions' in body && { extensions: withoutId(body['extensions']) }),
    },
  };
}

function textInSearch(request: OperationRequest, textOf: OperationTexts, viewer: Viewer) {
  const parameters = new URLSearchParams(request.search);
  // A repeated parameter is refused by whoever serves the request; none of its values is chosen here.
  if (parameters.getAll('query').length > 1 || parameters.getAll('extensions').length > 1) {
    return request;
  }
  const extensions = readJson(parameters.get('extensions'));
  const text = textOf({ query: parameters.get('query'), extensions }, viewer);
  if (text === null || text instanceof GraphQLError) return text ?? request;
  parameters.set('query', text);
  if (isRecord(extensions)) parameters.set('extensions', JSON.stringify(withoutId(extensions)));
  return { ...request, search: `?${parameters.toString()}` };
}

/** Undefined also for what is no JSON: it stays where it stands, and is refused by whoever serves the request. */
function readJson(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The id is used up; left in place it would be looked for a second time. */
function withoutId(extensions: unknown): unknown {
  if (!isRecord(extensions)) return extensions;
  const { persistedQuery: _used, ...rest } = extensions;
  return rest;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
