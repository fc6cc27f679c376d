import { contentSecurityPolicy } from '../http/security-headers.ts';
import { explorerPage, scriptHash, type ExplorerPage } from './explorer-page.ts';

/** GraphiQL from npm, with everything inside the page: it works without any network but ours. Nine megabytes, so only when asked for. */
export async function graphiqlPage(endpointPath: string, query: string): Promise<ExplorerPage> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const rendered = renderGraphiQL({
    title: 'FinFlow GraphiQL',
    endpoint: endpointPath,
    credentials: 'same-origin',
    subscriptionsProtocol: 'WS',
    defaultQuery: query,
  });
  const html = rendered.replace(queryHeaders, socketToo);
  const policy = contentSecurityPolicy({
    'default-src': ["'self'"],
    'script-src': [scriptHash(inlineScript(html)), 'blob:'],
    'worker-src': ['blob:'],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'", 'data:'],
    'connect-src': ["'self'", 'ws:', 'wss:'],
    'frame-ancestors': ["'none'"],
    'base-uri': ["'none'"],
  });
  return explorerPage(html, policy);
}

/** GraphiQL sends what stands in its tab for headers with queries only. The socket must say who connects as well. */
const queryHeaders = /extensions:\{headers:(\w+)\?\.headers\}/;
const socketToo = 'extensions:{headers:$1?.headers,connectionParams:$1?.headers}';

/** The page's only script, as the browser sees it: from the first opening tag to the first closing one after it. */
function inlineScript(html: string): string {
  const start = html.indexOf('<script>') + '<script>'.length;
  return html.slice(start, html.indexOf('</script>', start));
}
