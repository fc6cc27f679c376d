import { verifyAccessToken, type VerifiedAccessToken } from '@finflow/shared/access-token';
import type { HttpRequest } from '@finflow/shared/http/route';
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { SubgraphUnavailable, type SubgraphTransport } from '../transports/subgraph-transport.ts';

/** @throws JOSEError for a token that isn't good; SubgraphUnavailable when the keys can't be had */
export type AccessTokenVerifier = (token: string) => Promise<VerifiedAccessToken>;

const jwksPath = '/.well-known/jwks.json';
/** A stranger can't make the gateway ask auth for keys more often than this. */
const cooldownMs = 5_000;

/** Verifies access tokens by the keys that auth publishes; a key that isn't known yet makes it look again. */
export function createAccessTokenVerifier(
  auth: SubgraphTransport,
  nowMs: () => number = Date.now,
): AccessTokenVerifier {
  const keys = publishedKeys(() => fetchKeys(auth), nowMs);
  return async (token) => verifyAccessToken(token, await keys.current()).catch(retry(token));

  function retry(token: string) {
    return async (error: unknown) => {
      if (!(error instanceof errors.JWKSNoMatchingKey) || !keys.mayRefresh()) throw error;
      return verifyAccessToken(token, await keys.refresh());
    };
  }
}

function publishedKeys(load: () => Promise<JSONWebKeySet>, nowMs: () => number) {
  let known: JWTVerifyGetKey | undefined;
  let loading: Promise<JWTVerifyGetKey> | undefined;
  let loadedAtMs = Number.NEGATIVE_INFINITY;
  const refresh = (): Promise<JWTVerifyGetKey> => {
    loading ??= load()
      .then((jwks) => {
        loadedAtMs = nowMs();
        known = createLocalJWKSet(jwks);
        return known;
      })
      .finally(() => {
        loading = undefined;
      });
    return loading;
  };
  return {
    current: async () => known ?? refresh(),
    mayRefresh: () => loading !== undefined || nowMs() - loadedAtMs >= cooldownMs,
    refresh,
  };
}

async function fetchKeys(auth: SubgraphTransport): Promise<JSONWebKeySet> {
  const { status, body } = await auth.forward(jwksRequest());
  if (status !== 200) throw new SubgraphUnavailable(`auth gave no keys: ${status}`);
  const value: unknown = JSON.parse(body.toString());
  if (isKeySet(value)) return value;
  throw new SubgraphUnavailable('auth gave something else than a set of keys');
}

const isKeySet = (value: unknown): value is JSONWebKeySet =>
  typeof value === 'object' && value !== null && 'keys' in value && Array.isArray(value.keys);

const jwksRequest = (): HttpRequest => ({
  method: 'GET',
  url: new URL(jwksPath, 'http://auth'),
  headers: {},
  body: Buffer.alloc(0),
  remoteAddress: '',
});
