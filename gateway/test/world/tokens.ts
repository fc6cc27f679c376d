import {
  accessTokenAlgorithm,
  accessTokenAudience,
  accessTokenIssuer,
} from '@finflow/shared/access-token';
import { newId } from '@finflow/shared/ids';
import { scopesOf, type Role } from '@finflow/shared/viewer';
import { exportJWK, generateKeyPair, SignJWT, type JSONWebKeySet } from 'jose';

export type TokenOptions = {
  readonly organizationId: string | null;
  readonly role?: Role;
  readonly userId?: string;
  readonly sessionId?: string;
  readonly lifetimeSeconds?: number;
};

/** Signs access tokens as auth does, and publishes the keys. */
export async function createTokens() {
  const published: JSONWebKeySet = { keys: [] };
  let current = await nextKey(published);
  return {
    jwks: () => published,
    /** A new key signs from now on; the old one stays published. */
    rotate: async () => {
      current = await nextKey(published);
    },
    sign: (options: TokenOptions): Promise<string> => sign(current, options),
  };
}

async function nextKey(published: JSONWebKeySet) {
  const kid = newId();
  const { privateKey, publicKey } = await generateKeyPair(accessTokenAlgorithm);
  published.keys.push({ ...(await exportJWK(publicKey)), kid, alg: accessTokenAlgorithm });
  return { kid, privateKey };
}

const sign = (
  { kid, privateKey }: Awaited<ReturnType<typeof nextKey>>,
  {
    organizationId,
    role = 'OWNER',
    userId = newId(),
    sessionId = newId(),
    lifetimeSeconds = 600,
  }: TokenOptions,
): Promise<string> =>
  new SignJWT({ sid: sessionId, org: organizationId, role, scopes: scopesOf[role] })
    .setProtectedHeader({ alg: accessTokenAlgorithm, kid })
    .setSubject(userId)
    .setIssuer(accessTokenIssuer)
    .setAudience(accessTokenAudience)
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1000) + lifetimeSeconds)
    .sign(privateKey);
