import { createSecretKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { SignJWT, UnsecuredJWT } from 'jose';
import { scopesOf } from '@finflow/shared/viewer';
import { register, type SessionAnswer } from './support/sign-in.ts';
import { openWorld, type World } from './support/world.ts';

let world: World;
let session: SessionAnswer;
beforeAll(async () => {
  world = await openWorld();
  session = await register(world);
});
afterAll(() => world.close());

const part = (token: string, place: number) =>
  JSON.parse(Buffer.from(token.split('.')[place] ?? '', 'base64url').toString());

/** The genuine claims and header, signed by somebody else, or with a claim changed. */
function forge(key: KeyObject, alg: string, claims: Record<string, unknown> = {}) {
  const { kid } = part(session.accessToken, 0);
  return new SignJWT({ ...part(session.accessToken, 1), ...claims })
    .setProtectedHeader({ alg, kid })
    .sign(key);
}

const own = () => world.app.signingKeys.current(world.clock.now());

it('says who, in which session and organization, as what, for ten minutes', async () => {
  const { header, claims } = {
    header: part(session.accessToken, 0),
    claims: part(session.accessToken, 1),
  };
  const [published] = (await world.publishedKeys()).keys;
  expect(header).toEqual({ alg: 'EdDSA', kid: published?.kid, typ: 'at+jwt' });
  expect(claims).toMatchObject({
    iss: 'finflow-auth',
    aud: 'finflow',
    sub: session.userId,
    org: session.organizationId,
    role: 'OWNER',
    scopes: scopesOf.OWNER,
  });
  expect(claims.exp - claims.iat).toBe(600);
  expect(session.expiresAt).toBe(new Date(claims.exp * 1000).toISOString());
});

it('is refused without a signature', async () => {
  const unsigned = new UnsecuredJWT(part(session.accessToken, 1)).encode();
  await expect(world.viewerOf(unsigned)).rejects.toThrow(/Compact JWS|alg/);
});

it('is refused with the signature of another key', async () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  await expect(world.viewerOf(await forge(privateKey, 'EdDSA'))).rejects.toThrow(/signature/);
});

it('is refused when the public key is used as a shared secret', async () => {
  const [published] = (await world.publishedKeys()).keys;
  const secret = createSecretKey(Buffer.from(String(published?.x), 'base64url'));
  await expect(world.viewerOf(await forge(secret, 'HS256'))).rejects.toThrow(/alg/);
});

it('is refused when a claim was changed after signing', async () => {
  const [header, , signature] = session.accessToken.split('.');
  const claims = { ...part(session.accessToken, 1), role: 'ADMIN' };
  const changed = Buffer.from(JSON.stringify(claims)).toString('base64url');
  await expect(world.viewerOf(`${header}.${changed}.${signature}`)).rejects.toThrow(/signature/);
});

it.each([
  ['issuer', { iss: 'somebody-else' }],
  ['audience', { aud: 'another product' }],
  ['subject', { sub: 'not an id' }],
  ['session', { sid: undefined }],
  ['organization', { org: 'not an id' }],
  ['role', { role: 'EMPEROR' }],
  ['scopes', { scopes: 'all' }],
])('is refused with a wrong %s, also when signed by us', async (_name, claims) => {
  const { privateKey } = await own();
  await expect(world.viewerOf(await forge(privateKey, 'EdDSA'))).resolves.toBeDefined();
  await expect(world.viewerOf(await forge(privateKey, 'EdDSA', claims))).rejects.toThrow(/claim/);
});

it('is refused when it has expired', async () => {
  const { accessToken } = await register(world);
  world.pass(599);
  await expect(world.viewerOf(accessToken)).resolves.toMatchObject({ kind: 'user' });
  world.pass(2);
  await expect(world.viewerOf(accessToken)).rejects.toThrow(/exp/);
});
