import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newViewerKeys } from '@finflow/shared/signed-viewer';
import { readGatewayConfig } from '../src/config.ts';
import { openRaw } from './world/socket.ts';
import { startWorld, type World } from './world/world.ts';

const partner = 'https://app.partner.example';
const evil = 'https://app.partner.example.evil.example';

let world: World;
beforeAll(async () => {
  world = await startWorld({ cors: { origins: [partner] } });
});
afterAll(() => world.close());

const preflight = (origin: string, path = '/graphql', of = world) =>
  fetch(`${of.origin}${path}`, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type',
    },
  });
const post = (origin: string, of = world) =>
  fetch(`${of.origin}/graphql`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: '{ "query": "{ hello }" }',
  });
const sharing = ({ headers }: Response) =>
  [...headers.keys()].filter((name) => name.startsWith('access-control-'));

describe('a page of a listed origin', () => {
  it('may ask what it may send', async () => {
    const response = await preflight(partner);
    expect([response.status, await response.text()]).toEqual([204, '']);
    expect(response.headers.get('access-control-allow-origin')).toBe(partner);
    expect(response.headers.get('access-control-allow-methods')).toBe('GET, POST');
    expect(response.headers.get('access-control-allow-headers')).toMatch(
      /authorization.*content-type/,
    );
    expect(response.headers.get('vary')).toContain('Origin');
  });

  it('reads answers, refusals too, but sends no cookies', async () => {
    const answer = await post(partner);
    expect(await answer.json()).toEqual({ data: { hello: 'hello' } });
    expect(answer.headers.get('access-control-allow-origin')).toBe(partner);
    expect(answer.headers.get('access-control-expose-headers')).toContain('x-request-id');
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    const refused = await fetch(`${world.origin}/graphql`, {
      method: 'POST',
      headers: { origin: partner, 'content-type': 'application/json', authorization: 'Bearer x' },
      body: '{}',
    });
    expect([refused.status, sharing(refused).length]).toEqual([401, 2]);
  });

  it('sends cookies where that is configured', async () => {
    const open = await startWorld({ cors: { origins: [partner], credentials: true } });
    const answers = [await preflight(partner, '/graphql', open), await post(partner, open)];
    await open.close();
    for (const { headers } of answers) {
      expect(headers.get('access-control-allow-credentials')).toBe('true');
    }
  });

  it('says both on what a compressed answer depends', async () => {
    const answer = await fetch(`${world.origin}/graphql`, {
      method: 'POST',
      headers: {
        origin: partner,
        'content-type': 'application/json',
        'accept-encoding': 'gzip',
      },
      body: '{ "query": "{ __schema { types { name description fields { name description } } } }" }',
    });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(answer.headers.get('vary')).toBe('Origin, Accept-Encoding');
  });

  it('may open a socket', async () => {
    const peer = await openRaw(world, 'graphql-transport-ws', { origin: partner });
    expect(peer.socket.readyState).toBe(peer.socket.OPEN);
    peer.socket.terminate();
  });
});

describe('a page of any other origin', () => {
  it('is told nothing that would let it read an answer', async () => {
    for (const origin of [evil, 'null', 'http://app.partner.example', `${partner}:8443`]) {
      expect([origin, sharing(await preflight(origin))]).toEqual([origin, []]);
      expect([origin, sharing(await post(origin))]).toEqual([origin, []]);
    }
  });

  it('gets no socket', async () => {
    await expect(openRaw(world, 'graphql-transport-ws', { origin: evil })).rejects.toThrow('403');
  });
});

it('shares the endpoint alone', async () => {
  expect((await preflight(partner, '/webhooks/stripe')).status).toBe(404);
});

it('takes written origins only: no star, no path, no bare host', () => {
  for (const given of ['*', 'https://*.example.com/', 'https://a.example/x', 'a.example']) {
    expect(() => readGatewayConfig({ ...complete, ALLOWED_ORIGINS: given })).toThrow(
      'ALLOWED_ORIGINS is malformed',
    );
  }
  const listed = { ...complete, ALLOWED_ORIGINS: `${partner}, http://localhost:3000` };
  expect(readGatewayConfig(listed).ALLOWED_ORIGINS).toEqual([partner, 'http://localhost:3000']);
});

const complete = {
  AUTH_URL: 'http://auth:4001',
  PAYMENTS_URL: 'http://payments:4002',
  ACCOUNTING_URL: 'http://accounting:4003',
  ANALYTICS_URL: 'http://analytics:4004',
  GATEWAY_SIGNING_KEY: newViewerKeys().signingKey,
  PAYMENT_LINK_SECRET: 'x'.repeat(40),
};
