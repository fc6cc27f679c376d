import { contentSecurityPolicy } from '../http/security-headers.ts';
import { explorerPage, scriptHash, type ExplorerPage } from './explorer-page.ts';

/** GraphiQL from npm, with everything inside the page: it works without any network but ours. Nine megabytes, so only when asked for. */
export async function graphiqlPage(endpointPath: string): Promise<ExplorerPage> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const html = renderGraphiQL({
    title: 'FinFlow GraphiQL',
    endpoint: endpointPath,
    credentials: 'same-origin',
    subscriptionsProtocol: 'WS',
    headers: '{ "authorization": "Bearer " }',
    defaultQuery:
      'query WhoAmI {\n  me {\n    user { name email }\n    organization { name }\n  }\n}\n',
  });
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

/** The page's only script, as the browser sees it: from the first opening tag to the first closing one after it. */
function inlineScript(html: string): string {
  const start = html.indexOf('<script>') + '<script>'.length;
  return html.slice(start, html.indexOf('</script>', start));
}
