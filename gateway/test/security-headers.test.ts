import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { securityHeaders } from '../src/http/security-headers.ts';
import { startWorld, type World } from './world/world.ts';

/** What the helmet package sets, and stricter where we can be: no frames, no referrer, no scripts in attributes. */
const expected = {
  'content-security-policy': expect.stringContaining("default-src 'self'"),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
};

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

it.each(['/graphql', '/health', '/metrics', '/nothing', '//elsewhere.example'])(
  'every answer carries them: %s',
  async (path) => {
    const response = await fetch(`${world.origin}${path}`);
    const headers = Object.fromEntries(response.headers);
    expect(headers).toMatchObject(expected);
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('server');
  },
);

it('under HTTPS the browser is told to stay there', () => {
  const secure = securityHeaders({ publicUrl: 'https://money.example', elementsOrigin: null });
  expect(secure).toMatchObject(expected);
  expect(secure['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
  expect(secure['content-security-policy']).toMatch(/; upgrade-insecure-requests$/);
});

it('pages run no script but our own and Stripe’s, and nobody frames them', () => {
  const { 'content-security-policy': policy = '' } = securityHeaders({
    publicUrl: 'https://money.example',
    elementsOrigin: null,
  });
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
