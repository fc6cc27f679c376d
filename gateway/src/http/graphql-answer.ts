import { HeaderMap, type ApolloServer, type HTTPGraphQLResponse } from '@apollo/server';
import type { HttpResponse } from '@finflow/shared/http/route';
import { log, withLogContext } from '@finflow/shared/log';
import { GraphQLError } from 'graphql';
import type { Limits } from '../limits/limits.ts';
import type { OperationTexts } from '../persisted/operation-texts.ts';
import type { GatewayContext } from '../request-context.ts';
import { readCaller, type ViewerOptions } from '../viewer/read-viewer.ts';
import { graphqlRefusal, headerOf, type Answer, type Incoming } from './answer.ts';
import { readCookie } from './cookies.ts';
import { readGraphqlBody } from './graphql-body.ts';
import { withText } from './named-operation.ts';

export const graphqlPath = '/graphql';
export const refreshCookie = 'finflow_refresh';

export type GraphqlAnswerOptions = {
  readonly server: ApolloServer<GatewayContext>;
  readonly viewers: ViewerOptions;
  readonly limits: Limits;
  readonly textOf: OperationTexts;
};

/** Queries and mutations over HTTP: POST, and GET for queries. */
export const createGraphqlAnswer =
  (options: GraphqlAnswerOptions): Answer =>
  async (incoming) => {
    if (incoming.url.pathname !== graphqlPath) return null;
    const { requestId, traceId } = incoming;
    return withLogContext({ requestId, traceId }, () => answer(options, incoming));
  };

async function answer(options: GraphqlAnswerOptions, incoming: Incoming): Promise<HttpResponse> {
  const { method = 'GET' } = incoming.message;
  if (!['GET', 'HEAD', 'POST'].includes(method)) {
    return graphqlRefusal(405, 'BAD_REQUEST', 'Send GraphQL by POST.');
  }
  const context = await readContext(incoming, options);
  if ('status' in context) return context;
  const body = await readGraphqlBody(incoming, context.viewer, options.limits);
  if ('refused' in body) return body.refused;
  const asked = { method, search: incoming.url.search, body: body.value };
  const request = withText(asked, options.textOf, context.viewer);
  if (request instanceof GraphQLError) return notByThatName(request);
  const startedMs = performance.now();
  const response = await options.server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: method === 'HEAD' ? 'GET' : method,
      headers: headerMap(incoming),
      search: request.search,
      body: request.body,
    },
    context: () => Promise.resolve(context),
  });
  log.info('operation answered', {
    operation: operationNameOf(body.value),
    status: response.status ?? 200,
    durationMs: Math.round(performance.now() - startedMs),
  });
  return toHttpResponse(response, context.setCookies);
}

/** An unknown id is no fault: the client sends the text then, and looks into answers with 200 for it. */
function notByThatName({ message, extensions }: GraphQLError): HttpResponse {
  const code = String(extensions['code']);
  const isUnknown =
    code === 'PERSISTED_QUERY_NOT_FOUND' || code === 'PERSISTED_QUERY_NOT_SUPPORTED';
  return graphqlRefusal(isUnknown ? 200 : 400, code, message);
}

/** The client's own name for the operation; its text and variables may hold what no log should. */
const operationNameOf = (body: unknown): string =>
  typeof body === 'object' &&
  body !== null &&
  'operationName' in body &&
  typeof body.operationName === 'string'
    ? body.operationName.slice(0, 100)
    : '';

/** What the operation carries, or the answer to a caller whose credential is no good. */
async function readContext(
  incoming: Incoming,
  { viewers, limits }: GraphqlAnswerOptions,
): Promise<GatewayContext | HttpResponse> {
  const { requestId, traceId, address } = incoming;
  try {
    const { viewer } = await readCaller(headerOf(incoming, 'authorization'), viewers);
    return {
      viewer,
      requestId,
      traceId,
      address,
      userAgent: headerOf(incoming, 'user-agent') ?? '',
      refreshToken: readCookie(headerOf(incoming, 'cookie'), refreshCookie),
      deadlineAtMs: Date.now() + limits.operationTimeoutMs,
      setCookies: [],
    };
  } catch (error) {
    if (error instanceof GraphQLError) {
      return graphqlRefusal(401, 'UNAUTHENTICATED', error.message);
    }
    log.error('could not verify a caller', { error });
    return graphqlRefusal(503, 'SERVICE_UNAVAILABLE', 'Signing in is not possible at the moment.');
  }
}

function headerMap({ message }: Incoming): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(message.headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}

function toHttpResponse(
  { status, headers, body }: HTTPGraphQLResponse,
  setCookies: readonly string[],
): HttpResponse {
  if (body.kind !== 'complete') throw new Error('The gateway answers at once, never in parts');
  return {
    status: status ?? 200,
    headers: {
      ...Object.fromEntries(headers),
      'cache-control': 'no-store',
      ...(setCookies.length > 0 && { 'set-cookie': setCookies }),
    },
    body: body.string,
  };
}
