import type { HTTPGraphQLResponse } from '@apollo/server';

/**
 * Codes of a request that was well formed, but whose document or variables are not good. Under `application/json` a client can't tell
 * a 4xx of the server from one of a proxy in between, so GraphQL over HTTP asks for 200 there, and for 4xx under
 * `application/graphql-response+json` alone.
 */
const codesOfDocuments = new Set([
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
]);

/** The HTTP status as the GraphQL over HTTP specification has it. Apollo Server answers 400 under both media types. */
export function statusOf({ status = 200, headers, body }: HTTPGraphQLResponse): number {
  const isPlainJson = headers.get('content-type')?.startsWith('application/json') ?? false;
  if (status !== 400 || !isPlainJson || body.kind !== 'complete') return status;
  const { errors = [] } = JSON.parse(body.string) as {
    readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
  };
  const isOfDocument = errors.every(({ extensions }) =>
    codesOfDocuments.has(extensions?.code ?? ''),
  );
  return isOfDocument ? 200 : status;
}
