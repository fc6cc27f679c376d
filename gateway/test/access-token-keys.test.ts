import { expect, it } from '@jest/globals';
import { newId } from '@finflow/shared/ids';
import { jsonResponse } from '@finflow/shared/http/route';
import type { SubgraphTransport } from '../src/transports/subgraph-transport.ts';
import { createAccessTokenVerifier } from '../src/viewer/access-token-keys.ts';
import { createTokens } from './world/tokens.ts';

/** An auth that publishes the keys and counts how often it is asked; and a clock to turn. */
async function setUp() {
  const tokens = await createTokens();
  const seen = { fetches: 0, status: 200, nowMs: 1_000_000 };
  const auth: SubgraphTransport = {
    execute: () => Promise.reject(new Error('not asked')),
    ready: () => Promise.resolve(),
    forward: async () => {
      seen.fetches += 1;
      return jsonResponse(seen.status, structuredClone(tokens.jwks()));
    },
  };
  return { tokens, seen, verify: createAccessTokenVerifier(auth, () => seen.nowMs) };
}

const organizationId = newId();

it('fetches the keys once for many callers', async () => {
  const { tokens, seen, verify } = await setUp();
  const token = await tokens.sign({ organizationId });
  const [{ viewer }] = await Promise.all([verify(token), verify(token), verify(token)]);
  expect(viewer).toMatchObject({ kind: 'user', organizationId, role: 'OWNER' });
  expect(seen.fetches).toBe(1);
});

it('takes a token of a key that auth has just begun to use, and of the key before', async () => {
  const { tokens, seen, verify } = await setUp();
  const old = await tokens.sign({ organizationId });
  await verify(old);
  await tokens.rotate();
  seen.nowMs += 60_000;
  await expect(verify(await tokens.sign({ organizationId }))).resolves.toBeDefined();
  await expect(verify(old)).resolves.toBeDefined();
  expect(seen.fetches).toBe(2);
});

it('does not let strangers make it fetch keys again and again', async () => {
  const { tokens, seen, verify } = await setUp();
  await verify(await tokens.sign({ organizationId }));
  const stranger = await createTokens();
  const forged = await stranger.sign({ organizationId });
  seen.nowMs += 60_000;
  for (let i = 0; i < 5; i += 1) {
    await expect(verify(forged)).rejects.toMatchObject({ code: 'ERR_JWKS_NO_MATCHING_KEY' });
  }
  expect(seen.fetches).toBe(2);
});

it('asks again after auth could not answer', async () => {
  const { tokens, seen, verify } = await setUp();
  const token = await tokens.sign({ organizationId });
  seen.status = 503;
  await expect(verify(token)).rejects.toThrow('auth gave no keys');
  seen.status = 200;
  await expect(verify(token)).resolves.toBeDefined();
});
