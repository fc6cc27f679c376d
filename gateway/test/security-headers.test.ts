import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { securityHeaders } from '../src/http/security-headers.ts';
import { startWorld, type World } from './world/world.ts';

const ofAll = {
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** What the helmet package sets, and stricter where we can be: no frames, no referrer, no scripts in attributes. */
const ofPages = {
  ...ofAll,
  'content-security-policy': expect.stringContaining("default-src 'self'"),
  'cross-origin-opener-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'x-dns-prefetch-control': 'off',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
};

/** JSON that a browser shows as if it were a page loads nothing, and nobody frames it. */
const ofData = {
  ...ofAll,
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

it.each([
  ['JSON', '/graphql?query=%7B__typename%7D', ofData],
  ['a refusal', '/graphql', ofData],
  ['what is nowhere', '/nothing', ofData],
  ['an address that is none', '//elsewhere.example', ofData],
  ['a text', '/metrics', ofPages],
])('every answer carries them: %s', async (_, path, expected) => {
  const response = await fetch(`${world.origin}${path}`);
  const headers = Object.fromEntries(response.headers);
  expect(headers).toMatchObject(expected);
  expect(headers).not.toHaveProperty('x-powered-by');
  expect(headers).not.toHaveProperty('server');
});

it('a page of the explorer carries them, with a policy of its own', async () => {
  const response = await fetch(`${world.origin}/graphql`, { headers: { accept: 'text/html' } });
  const policy = response.headers.get('content-security-policy');
  expect(Object.fromEntries(response.headers)).toMatchObject({
    ...ofPages,
    'content-security-policy': expect.stringContaining('default-src'),
  });
  expect(policy).not.toBe(ofData['content-security-policy']);
});

it('under HTTPS the browser is told to stay there', () => {
  const secure = securityHeaders({ publicUrl: 'https://money.example', elementsOrigin: null });
  const strict = { 'strict-transport-security': 'max-age=31536000; includeSubDomains' };
  expect(secure).toMatchObject({
    ofPages: { ...ofPages, ...strict },
    ofData: { ...ofData, ...strict },
  });
  expect(secure.ofPages['content-security-policy']).toMatch(/; upgrade-insecure-requests$/);
});

it('pages run no script but our own and Stripe’s, and nobody frames them', () => {
  const { ofPages: headers } = securityHeaders({
    publicUrl: 'https://money.example',
    elementsOrigin: null,
  });
  const policy = headers['content-security-policy'] ?? '';
  const directives = Object.fromEntries(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );
  expect(directives).toMatchObject({
    'default-src': ["'self'"],
    'script-src': ["'self'", 'https://js.stripe.com'],
    'script-src-attr': ["'none'"],
    'object-src': ["'none'"],
    'base-uri': ["'self'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
    'connect-src': ["'self'", 'wss://money.example', 'https://api.stripe.com'],
  });
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|\*/);
});
