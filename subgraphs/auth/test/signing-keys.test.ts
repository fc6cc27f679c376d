import { afterAll, beforeEach, expect, it } from '@jest/globals';
import { startAuthApp } from '../src/app.ts';
import { openSealedKey, sealKey } from '../src/signing-key/sealed-key.ts';
import { refresh, register } from './support/sign-in.ts';
import { openWorld, type World } from './support/world.ts';

const [minute, day] = [60, 24 * 3600];

const worlds: World[] = [];
let world: World;
beforeEach(async () => {
  world = await openWorld();
  worlds.push(world);
});
afterAll(async () => {
  for (const each of worlds) await each.close();
});

const kidOf = (token: string): string =>
  JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()).kid;

const publishedKids = async () => (await world.publishedKeys()).keys.map(({ kid }) => kid);

it('publishes a new key before it signs, and the old one until its last token is dead', async () => {
  const [old] = await publishedKids();
  await world.app.signingKeys.rotate();
  const [, next] = await publishedKids();
  expect(await publishedKids()).toEqual([old, next]);
  expect(kidOf((await register(world)).accessToken)).toBe(old);
  world.pass(15 * minute - 1);
  const last = await register(world);
  expect(kidOf(last.accessToken)).toBe(old);
  world.pass(1);
  expect(kidOf((await register(world)).accessToken)).toBe(next);
  world.pass(10 * minute - 2);
  expect(await world.viewerOf(last.accessToken)).toMatchObject({ userId: last.userId });
  world.pass(2 * minute);
  await world.app.signingKeys.maintain();
  expect(await publishedKids()).toEqual([next]);
  expect(await world.rows('select id from signing_key')).toEqual([{ id: next }]);
});

it('rotates while a session lives, and logs nobody out', async () => {
  let session = await register(world);
  const kids = new Set<string>();
  for (let hour = 0; hour < 6; hour += 1) {
    await world.app.signingKeys.rotate();
    world.pass(20 * minute);
    session = await refresh(world, session.refreshToken);
    expect(await world.viewerOf(session.accessToken)).toMatchObject({ userId: session.userId });
    kids.add(kidOf(session.accessToken));
  }
  expect(kids.size).toBe(6);
});

it('rotates by age', async () => {
  await world.app.signingKeys.maintain();
  expect(await publishedKids()).toHaveLength(1);
  world.pass(30 * day);
  await world.app.signingKeys.maintain();
  expect(await publishedKids()).toHaveLength(2);
});

it('makes one key when many ask at once', async () => {
  const { signingKeys } = world.app;
  await Promise.all([signingKeys.rotate(), signingKeys.rotate(), signingKeys.maintain()]);
  expect(await publishedKids()).toHaveLength(2);
});

it('is the same set of keys for every instance', async () => {
  const second = await startAuthApp(world.config, { bus: world.bus, clock: world.clock });
  const now = world.clock.now();
  const keys = await Promise.all([world.app, second].map((app) => app.signingKeys.current(now)));
  expect(keys[0]?.kid).toBe(keys[1]?.kid);
  await second.close();
});

it('shows public parts only, to anyone, for caches', async () => {
  const [route] = world.app.subgraph.routes;
  const url = new URL('http://localhost/.well-known/jwks.json');
  const request = { method: 'GET', headers: {}, body: Buffer.of(), remoteAddress: '' };
  const response = await route?.handle({ ...request, url });
  expect(route).toMatchObject({ method: 'GET', path: url.pathname });
  expect(response).toMatchObject({
    status: 200,
    headers: { 'cache-control': 'public, max-age=300' },
  });
  const { keys } = JSON.parse(String(response?.body));
  expect(Object.keys(keys[0]).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x']);
});

it('does not start with a secret that does not open its keys', async () => {
  const config = { ...world.config, keyEncryptionSecret: 'another secret, just as long as that' };
  await expect(startAuthApp(config, { bus: world.bus, clock: world.clock })).rejects.toThrow(
    /AUTH_KEY_ENCRYPTION_SECRET does not open/,
  );
});

it('seals a private key so that only the secret opens it, for its own id, unchanged', () => {
  const key = Buffer.from('the private part');
  const sealed = sealKey(key, 'kid-1', 'secret');
  expect(sealed).not.toContain(key.toString('base64url'));
  expect(openSealedKey(sealed, 'kid-1', 'secret')).toEqual(key);
  const flipped = `${sealed.slice(0, -3)}${sealed.at(-3) === 'A' ? 'B' : 'A'}${sealed.slice(-2)}`;
  expect(() => openSealedKey(sealed, 'kid-2', 'secret')).toThrow(/does not open/);
  expect(() => openSealedKey(sealed, 'kid-1', 'other')).toThrow(/does not open/);
  expect(() => openSealedKey(flipped, 'kid-1', 'secret')).toThrow(/does not open/);
  expect(() => openSealedKey('v1.short', 'kid-1', 'secret')).toThrow(/does not open/);
});
