import { readFileSync } from 'node:fs';
import { ApiError } from '../api/api-error.ts';
import type { Keys } from '../api/credentials.ts';
import type { HttpAnswer, HttpRequest } from '../http.ts';
import type { Intent } from '../objects.ts';
import type { World } from '../world.ts';
import { cardPage, missingPage, type Theme } from './card-page.ts';
import { challengePage } from './challenge-page.ts';
import type { Html } from './html.ts';

/** The files that the pages load: a fixed list, so that no path of a request reaches the disk. */
const FILES = new Map([
  ['/elements/card-form.css', 'text/css; charset=utf-8'],
  ['/elements/card-form.mjs', 'text/javascript; charset=utf-8'],
  ['/elements/card-fields.mjs', 'text/javascript; charset=utf-8'],
  ['/elements/challenge.mjs', 'text/javascript; charset=utf-8'],
]);

const COMMON_HEADERS = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** The pages that a payer's browser shows, on the sandbox's own origin. */
export function createElements(world: World, keys: Keys): (request: HttpRequest) => HttpAnswer {
  return (request) => {
    const path = request.url.pathname;
    if (request.method !== 'GET') throw notFound(path);
    if (path === '/elements/card') return card(world, keys, request.url.searchParams);
    if (path === '/elements/challenge') return challenge(world, keys, request.url.searchParams);
    return file(path);
  };
}

function card(world: World, keys: Keys, query: URLSearchParams): HttpAnswer {
  const theme: Theme = query.get('theme') === 'dark' ? 'dark' : 'light';
  const parentOrigin = originOf(query.get('parent_origin'));
  const intent = intentOf(world, query.get('client_secret'));
  const isOurs = query.get('publishable_key') === keys.publishableKey;
  if (intent === undefined || !isOurs) return page(404, missingPage(theme), parentOrigin);
  const { publishableKey } = keys;
  return page(200, cardPage({ intent, publishableKey, parentOrigin, theme }), parentOrigin);
}

/** The page that next_action.redirect_to_url leads to. */
function challenge(world: World, keys: Keys, query: URLSearchParams): HttpAnswer {
  const intent = intentOf(world, query.get('client_secret'));
  const returnUrl = intent?.next_action?.redirect_to_url?.return_url;
  if (intent === undefined || typeof returnUrl !== 'string') {
    return page(404, missingPage('light'), "'none'");
  }
  return page(
    200,
    challengePage({ intent, publishableKey: keys.publishableKey, returnUrl }),
    "'none'",
  );
}

const intentOf = (world: World, clientSecret: string | null): Intent | undefined =>
  world.store.all('payment_intents').find((intent) => intent.client_secret === clientSecret);

/** Goes into the policy header and postMessage, so it must be an origin and nothing else. */
function originOf(value: string | null): string {
  if (value !== null && URL.canParse(value)) {
    const { origin, protocol } = new URL(value);
    if (origin === value && /^https?:$/.test(protocol)) return origin;
  }
  throw new ApiError(400, {
    type: 'invalid_request_error',
    message: 'parent_origin must be an origin, such as https://example.com.',
    param: 'parent_origin',
  });
}

function page(status: number, { markup }: Html, frameAncestors: string): HttpAnswer {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    `frame-ancestors ${frameAncestors}`,
  ].join('; ');
  return {
    status,
    headers: {
      ...COMMON_HEADERS,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
    },
    body: markup,
  };
}

function file(path: string): HttpAnswer {
  const type = FILES.get(path);
  if (type === undefined) throw notFound(path);
  const name = path.slice('/elements/'.length);
  return {
    status: 200,
    headers: { ...COMMON_HEADERS, 'content-type': type },
    body: readFileSync(new URL(`client/${name}`, import.meta.url), 'utf8'),
  };
}

const notFound = (path: string): ApiError =>
  new ApiError(404, { type: 'invalid_request_error', message: `No such page: ${path}` });
