import { deadlineHeader, readDeadline } from '../deadline.ts';
import { jsonResponse, type HttpRequest, type HttpResponse, type Route } from '../http/route.ts';
import { operationsRoutes, collectProcessMetrics } from '../http/operations-routes.ts';
import { serve, type HttpServer } from '../http/serve.ts';
import { readJsonObject } from '../http/read-json.ts';
import type { Subgraph, SubgraphRequest } from './subgraph.ts';

/** A body larger than the largest upload in base64, with room for the query. */
const maxBodyBytes = 48 * 1024 * 1024;

/**
 * Serves a subgraph as a process of its own: POST /graphql for the gateway, its routes, /health, /ready, /metrics.
 * @throws Error EADDRINUSE or EACCES when the port can't be had
 */
export function serveSubgraph(subgraph: Subgraph, port: number): Promise<HttpServer> {
  collectProcessMetrics();
  const graphql: Route = {
    method: 'POST',
    path: '/graphql',
    handle: (request) => handleGraphql(subgraph, request),
  };
  return serve({
    routes: [graphql, ...subgraph.routes, ...operationsRoutes(subgraph.ready)],
    port,
    maxBodyBytes,
  });
}

async function handleGraphql(subgraph: Subgraph, request: HttpRequest): Promise<HttpResponse> {
  const body = readJsonObject(request.body);
  if (!isGraphql(body))
    return jsonResponse(400, { errors: [{ message: 'The body must be a GraphQL request.' }] });
  const { headers } = request;
  const deadlineAtMs = readDeadline(headers[deadlineHeader], Date.now());
  const { setCookies, ...result } = await subgraph.execute({ ...body, headers, deadlineAtMs });
  const response = jsonResponse(200, result);
  return setCookies.length === 0
    ? response
    : { ...response, headers: { ...response.headers, 'set-cookie': setCookies } };
}

type GraphqlBody = Pick<SubgraphRequest, 'query' | 'variables' | 'operationName'>;

const isGraphql = (body: object | null): body is GraphqlBody =>
  body !== null && 'query' in body && typeof body.query === 'string';
