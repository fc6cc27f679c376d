import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startWorld, type World } from './world/world.ts';

const html = { accept: 'text/html,application/xhtml+xml' };
let world: World;
let webRoot: string;

beforeAll(async () => {
  webRoot = mkdtempSync(join(tmpdir(), 'finflow-web-'));
  mkdirSync(join(webRoot, 'assets'));
  mkdirSync(join(webRoot, '.vite'));
  writeFileSync(
    join(webRoot, 'index.html'),
    `<!doctype html><title>app</title>${' '.repeat(3000)}`,
  );
  writeFileSync(join(webRoot, 'assets/app-1a2b.js'), `console.log(1);${'\n'.repeat(3000)}`);
  writeFileSync(join(webRoot, '.vite/manifest.json'), '{}');
  world = await startWorld({ webRoot, elementsOrigin: 'http://localhost:5555' });
});
afterAll(async () => {
  await world.close();
  rmSync(webRoot, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${world.origin}${path}`, { headers, method, redirect: 'manual' });

describe('the web app', () => {
  it('answers every page address with the app, and unknown files with 404', async () => {
    for (const path of ['/', '/invoices/42', '/pay/dG9rZW4.c2ln']) {
      const response = await get(path, html);
      expect([path, response.status]).toEqual([path, 200]);
    }
    expect((await get('/assets/gone.js', html)).status).toBe(404);
    expect((await get('/invoices', { accept: 'application/json' })).status).toBe(404);
  });

  it('lets hashed files be kept for ever and asks anew for the rest by etag', async () => {
    const asset = await get('/assets/app-1a2b.js');
    expect(asset.headers.get('cache-control')).toContain('immutable');
    expect(asset.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    const page = await get('/', html);
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const again = await get('/', { ...html, 'if-none-match': page.headers.get('etag') ?? '' });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it.each(['br', 'gzip'])('compresses by %s when the browser accepts it', async (encoding) => {
    const response = await get('/assets/app-1a2b.js', { 'accept-encoding': encoding });
    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(await response.text()).toContain('console.log(1)');
  });

  it('gives nothing outside its folder and nothing hidden', async () => {
    for (const path of [
      '/%2e%2e/package.json',
      '/..%2f..%2fetc/passwd',
      '/.vite/manifest.json',
      '/%00',
      '/%',
      '//etc/passwd',
    ]) {
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    }
  });
});

describe('every answer', () => {
  it('carries a request id and the headers that keep a page safe', async () => {
    const response = await get('/', { ...html, 'x-request-id': 'request-77' });
    expect(response.headers.get('x-request-id')).toBe('request-77');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self' https://js.stripe.com;");
    expect(policy).toMatch(/frame-src [^;]*https:\/\/js\.stripe\.com[^;]* http:\/\/localhost:5555/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(
      (await get('/health', { 'x-request-id': 'bad id\t' })).headers.get('x-request-id'),
    ).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('shares nothing with pages of other origins', async () => {
    for (const method of ['OPTIONS', 'POST']) {
      const response = await get(
        '/graphql',
        { origin: 'https://evil.example', 'content-type': 'application/json' },
        method,
      );
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
      expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    }
  });
});

describe('the endpoint in a browser', () => {
  it('shows Apollo Sandbox, under a policy that allows that one script', async () => {
    const response = await get('/graphql', html);
    const page = await response.text();
    expect(page).toContain('EmbeddedSandbox');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(
      /script-src 'sha256-[^']+' https:\/\/embeddable-sandbox\.cdn\.apollographql\.com;/,
    );
    expect(policy).not.toContain("script-src 'unsafe-inline'");
  });

  it('shows GraphiQL with nothing from outside', async () => {
    const response = await get('/graphql/graphiql', html);
    const page = await response.text();
    expect(page).toContain('YogaGraphiQL');
    expect(page).toMatch(/connectionParams:\w+\?\.headers\}/);
    expect(page).not.toMatch(/<(?:script|link)[^>]+(?:src|href)="https?:/);
    expect(response.headers.get('content-security-policy')).toMatch(/script-src 'sha256-/);
  });

  it('still answers a query by GET', async () => {
    const response = await get('/graphql?query={hello}', {
      accept: 'text/html, application/json',
      'apollo-require-preflight': 'true',
    });
    expect(await response.json()).toEqual({ data: { hello: 'hello' } });
  });
});

describe('forwarded addresses', () => {
  it('hand a webhook to payments with its bytes and signature, without cookies and credentials', async () => {
    const body = Buffer.from([0, 255, 10, 13, 123]);
    const response = await fetch(`${world.origin}/webhooks/stripe`, {
      method: 'POST',
      body,
      headers: {
        'stripe-signature': 't=1,v1=a',
        cookie: 'finflow_refresh=r',
        authorization: 'Bearer x',
        'x-finflow-viewer': 'forged',
      },
    });
    const answer = (await response.json()) as { body: string; headers: Record<string, string> };
    expect(answer.body).toBe(body.toString('hex'));
    expect(answer.headers['stripe-signature']).toBe('t=1,v1=a');
    expect(Object.keys(answer.headers)).not.toEqual(expect.arrayContaining(['cookie']));
    expect(answer.headers['authorization']).toBeUndefined();
    expect(answer.headers['x-finflow-viewer']).toBeUndefined();
  });

  it('publish auth’s keys', async () => {
    expect(await (await get('/.well-known/jwks.json')).json()).toEqual(world.tokens.jwks());
  });

  it('answer only by their own method', async () => {
    expect((await get('/webhooks/stripe')).status).toBe(404);
  });
});

describe('operations', () => {
  it('counts operations and says that it is alive and ready', async () => {
    await get('/graphql?query={hello}', { 'apollo-require-preflight': 'true' });
    await get('/graphql?query={payments{id}}', { 'apollo-require-preflight': 'true' });
    expect((await get('/health')).status).toBe(200);
    expect((await get('/ready')).status).toBe(200);
    const metrics = await (await get('/metrics')).text();
    for (const outcome of ['ok', 'errors']) {
      expect(metrics).toMatch(
        new RegExp(`operations_total{type="query",operation="other",outcome="${outcome}"} [1-9]`),
      );
    }
    expect(metrics).toContain('process_cpu_user_seconds_total');
  });

  it('is not ready while a subgraph is not', async () => {
    const dead = {
      ...world.transports['payments'],
      ready: () => Promise.reject(new Error('no database')),
    };
    const half = await startWorld({
      replaced: { payments: dead as (typeof world.transports)['payments'] & object },
    });
    const response = await fetch(`${half.origin}/ready`);
    await half.close();
    expect([response.status, await response.text()]).toEqual([
      503,
      '{"status":"not ready","parts":["payments"]}',
    ]);
  });
});
