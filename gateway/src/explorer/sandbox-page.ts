import { contentSecurityPolicy } from '../http/security-headers.ts';
import { explorerPage, scriptHash, type ExplorerPage } from './explorer-page.ts';

const scriptOrigin = 'https://embeddable-sandbox.cdn.apollographql.com';
const frameOrigin = 'https://sandbox.embed.apollographql.com';

/** How long Sandbox may take to load before GraphiQL, which needs nothing from outside, takes its place. */
const patienceMs = 5_000;

/** As a script's value. A `<` in it could else close the script. */
const inScript = (value: string): string =>
  JSON.stringify(value).replaceAll('<', String.raw`\u003c`);

/** Apollo Sandbox, embedded: its script sends the operations from this page, so they are same-origin and carry its cookies. */
export function sandboxPage(fallbackPath: string, query: string): ExplorerPage {
  const script = `
    const fallBack = () => location.replace(${JSON.stringify(fallbackPath)});
    const patience = setTimeout(fallBack, ${patienceMs});
    const loader = document.createElement('script');
    loader.src = ${JSON.stringify(`${scriptOrigin}/_latest/embeddable-sandbox.umd.production.min.js`)};
    loader.onerror = fallBack;
    loader.onload = () => {
      clearTimeout(patience);
      const endpoint = location.origin + location.pathname;
      new window.EmbeddedSandbox({
        target: '#sandbox',
        initialEndpoint: endpoint,
        initialSubscriptionEndpoint: endpoint.replace('http', 'ws'),
        hideCookieToggle: false,
        endpointIsEditable: false,
        runTelemetry: false,
        allowDynamicStyles: false,
        initialState: {
          includeCookies: true,
          document: ${inScript(query)},
        },
      });
    };
    document.head.append(loader);
  `;
  const policy = contentSecurityPolicy({
    'default-src': ["'self'"],
    'script-src': [scriptHash(script), scriptOrigin],
    'style-src': ["'self'", "'unsafe-inline'"],
    'connect-src': ["'self'", 'ws:', 'wss:'],
    'frame-src': [frameOrigin],
    'frame-ancestors': ["'none'"],
    'base-uri': ["'none'"],
  });
  return explorerPage(
    `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>FinFlow GraphQL</title>
    <style>
      html, body, #sandbox { height: 100%; margin: 0; }
      iframe { width: 100%; height: 100%; border: 0; }
      p { font: 16px/1.5 system-ui, sans-serif; padding: 2rem; }
    </style>
  </head>
  <body>
    <div id="sandbox"><p>Loading Apollo Sandbox. <a href="${fallbackPath}">Open GraphiQL instead.</a></p></div>
    <script>${script}</script>
  </body>
</html>
`,
    policy,
  );
}
