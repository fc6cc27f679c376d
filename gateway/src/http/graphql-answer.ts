import {
  HeaderMap,
  type ApolloServer,
  type HTTPGraphQLRequest,
  type HTTPGraphQLResponse,
} from '@apollo/server';
import type { HttpResponse, StreamedResponse } from '@finflow/shared/http/route';
import { log, withLogContext } from '@finflow/shared/log';
import { GraphQLError } from 'graphql';
import { costHeader } from '../admission/admission-rule.ts';
import type { Limits } from '../limits/limits.ts';
import type { OperationTexts } from '../persisted/operation-texts.ts';
import type { GatewayContext } from '../request-context.ts';
import type { HttpFeeds } from '../streams/http-feeds.ts';
import { readStreamRequest } from '../streams/stream-request.ts';
import { eventIdHeader } from '../subscriptions/event-id-rule.ts';
import type { Caller } from '../viewer/read-viewer.ts';
import { graphqlRefusal, headerOf, type Answer, type Incoming } from './answer.ts';
import { readCookie } from './cookies.ts';
import { readGraphqlBody } from './graphql-body.ts';
import type { CallerOf } from './caller-of.ts';
import { statusOf } from './response-status.ts';
import { withText } from './named-operation.ts';

export const graphqlPath = '/graphql';
const refreshCookie = 'finflow_refresh';

export type GraphqlAnswerOptions = {
  readonly server: Pick<ApolloServer<GatewayContext>, 'executeHTTPGraphQLRequest'>;
  readonly callerOf: CallerOf;
  /** Subscriptions as streams. */
  readonly feeds: HttpFeeds;
  readonly limits: Limits;
  readonly textOf: OperationTexts;
};

/** Queries and mutations over HTTP: POST, and GET for queries. */
export const createGraphqlAnswer =
  (options: GraphqlAnswerOptions): Answer =>
  (incoming) => {
    if (incoming.url.pathname !== graphqlPath) return null;
    const { requestId, traceId } = incoming;
    return withLogContext({ requestId, traceId }, () => answer(options, incoming));
  };

async function answer(
  options: GraphqlAnswerOptions,
  incoming: Incoming,
): Promise<HttpResponse | StreamedResponse> {
  const { method = 'GET' } = incoming.message;
  if (!['GET', 'HEAD', 'POST'].includes(method)) {
    const refusal = graphqlRefusal(405, 'BAD_REQUEST', 'Send GraphQL by POST.');
    return { ...refusal, headers: { ...refusal.headers, allow: 'GET, POST' } };
  }
  const caller = await options.callerOf(incoming);
  if ('status' in caller) return caller;
  const context = contextOf(incoming, caller, options.limits);
  const body = await readGraphqlBody(incoming, context.viewer, options.limits);
  if ('refused' in body) return body.refused;
  const asked = { method, search: incoming.url.search, body: body.value };
  const named = withText(asked, options.textOf, context.viewer);
  if (named instanceof GraphQLError) return notByThatName(named);
  const request = {
    method: method === 'HEAD' ? 'GET' : method,
    headers: headerMap(incoming),
    search: named.search,
    body: named.body,
  };
  const startedMs = performance.now();
  const execute = (httpGraphQLRequest: HTTPGraphQLRequest) =>
    options.server.executeHTTPGraphQLRequest({
      httpGraphQLRequest,
      context: () => Promise.resolve(context),
    });
  const stream = readStreamRequest(incoming, { caller, ...context }, request.body);
  const response = await (stream
    ? options.feeds.answer(stream, request, execute)
    : execute(request));
  // A level that is off would still be handed through the logger's stream.
  if (log.isInfoEnabled()) {
    log.info('operation answered', {
      operation: operationNameOf(body.value),
      status: response.status ?? 200,
      durationMs: Math.round(performance.now() - startedMs),
    });
  }
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

const contextOf = (
  incoming: Incoming,
  { viewer }: Caller,
  { operationTimeoutMs }: Limits,
): GatewayContext => ({
  viewer,
  requestId: incoming.requestId,
  traceId: incoming.traceId,
  address: incoming.address,
  userAgent: headerOf(incoming, 'user-agent') ?? '',
  refreshToken: readCookie(headerOf(incoming, 'cookie'), refreshCookie),
  deadlineAtMs: Date.now() + operationTimeoutMs,
  presence: incoming.presence,
  setCookies: [],
});

/** The headers that somebody on an operation's way looks at. */
const readHeaders = [
  'accept',
  'apollo-require-preflight',
  'content-type',
  'x-apollo-operation-name',
  costHeader,
  eventIdHeader,
];

function headerMap({ message }: Incoming): HeaderMap {
  const map = new HeaderMap();
  for (const name of readHeaders) {
    const value = message.headers[name];
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  // No page can send this type to another origin unasked. Apollo Server would parse it to find that out.
  if (map.get('content-type') === 'application/json') {
    map.delete('content-type');
    map.set('apollo-require-preflight', 'application/json');
  }
  return map;
}

/** Parts are sent as they come: nobody on the way may keep them back to compress or to collect them. */
const inParts = { 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' };

function toHttpResponse(
  response: HTTPGraphQLResponse,
  setCookies: readonly string[],
): HttpResponse | StreamedResponse {
  const { headers, body } = response;
  const status = statusOf(response);
  const all = {
    ...Object.fromEntries(headers),
    ...(body.kind === 'chunked' ? inParts : { 'cache-control': 'no-store' }),
    ...(setCookies.length > 0 && { 'set-cookie': setCookies }),
  };
  return body.kind === 'chunked'
    ? { status, headers: all, body: body.asyncIterator }
    : { status, headers: all, body: body.string };
}
