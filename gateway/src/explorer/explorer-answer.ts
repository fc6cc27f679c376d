import type { HttpResponse } from '@finflow/shared/http/route';
import { headerOf, type Answer, type Incoming } from '../http/answer.ts';
import { createCompressionCache } from '../http/compress.ts';
import { graphqlPath } from '../http/graphql-answer.ts';
import type { IntrospectionMode } from '../introspection/introspection.ts';
import type { ExplorerPage } from './explorer-page.ts';
import { firstQuery } from './first-query.ts';
import { graphiqlPage } from './graphiql-page.ts';
import { sandboxPage } from './sandbox-page.ts';

const graphiqlPath = `${graphqlPath}/graphiql`;
const cacheBytes = 8 * 1024 * 1024;

/** Whoever opens the endpoint in a browser gets Apollo Sandbox, or GraphiQL where Sandbox can't be loaded. */
export function createExplorerAnswer(introspection: IntrospectionMode): Answer {
  const compress = createCompressionCache(cacheBytes);
  const query = firstQuery(introspection);
  const sandbox = sandboxPage(graphiqlPath, query);
  let graphiql: Promise<ExplorerPage> | undefined;
  return (incoming) => (asksForPage(incoming) ? answer(incoming) : null);

  async function answer(incoming: Incoming) {
    const page = await choosePage(incoming);
    if (!page) return null;
    const response = toResponse(page);
    if (headerOf(incoming, 'if-none-match') === response.headers['etag']) {
      return { ...response, status: 304, body: '' };
    }
    return compress(response, headerOf(incoming, 'accept-encoding'));
  }

  async function choosePage(incoming: Incoming): Promise<ExplorerPage | null> {
    // A program sends a query by GET; GraphiQL keeps the query that it shows in its own address.
    if (incoming.url.pathname === graphqlPath) return isQuery(incoming) ? null : sandbox;
    if (incoming.url.pathname !== graphiqlPath) return null;
    graphiql ??= graphiqlPage(graphqlPath, query);
    return graphiql;
  }
}

const isQuery = ({ url }: Incoming): boolean => url.searchParams.has('query');

/** A browser that opens the address, as against a program. */
const asksForPage = (incoming: Incoming): boolean =>
  ['GET', 'HEAD'].includes(incoming.message.method ?? '') &&
  (headerOf(incoming, 'accept') ?? '').includes('text/html');

const toResponse = ({ html, policy, etag }: ExplorerPage): HttpResponse => ({
  status: 200,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'cache-control': 'no-cache',
    etag,
    vary: 'Accept-Encoding, Accept',
  },
  body: html,
});
