import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';
import { listOf, type Setting } from './config.ts';
import type { Viewer } from './viewer.ts';

/** The header in which the gateway hands subgraphs the verified caller. */
export const viewerHeader = 'x-finflow-viewer';

const issuer = 'finflow-gateway';
const audience = 'finflow-subgraph';
const lifetimeSeconds = 60;

/** Signs the caller for the subgraphs, as an EdDSA JWS that lives a minute. */
export const signViewer = (viewer: Viewer, key: KeyObject): Promise<string> =>
  new SignJWT({ viewer })
    .setProtectedHeader({ alg: 'EdDSA' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(`${lifetimeSeconds}s`)
    .sign(key);

/** The caller of a token, or null when the gateway did not sign it: forged, expired, meant for somebody else. */
export type ViewerVerifier = (token: string) => Promise<Viewer | null>;

/** The gateway hands over one token for many calls. So many callers are remembered. */
const rememberedViewers = 5_000;

/**
 * Verifies what the gateway signed, with any of its keys: it has two while one takes the other's place. A signature is checked once;
 * its token is known until it expires.
 */
export function createViewerVerifier(
  keys: readonly KeyObject[],
  nowMs: () => number = Date.now,
): ViewerVerifier {
  const known = new LRUCache<string, SignedViewer>({ max: rememberedViewers });
  return async (token) => {
    const remembered = known.get(token);
    if (remembered && remembered.expiresAtMs > nowMs()) return remembered.viewer;
    const signed = await readSignedByAny(token, keys, nowMs());
    if (signed) known.set(token, signed);
    return signed?.viewer ?? null;
  };
}

type SignedViewer = { readonly viewer: Viewer; readonly expiresAtMs: number };

async function readSignedByAny(token: string, keys: readonly KeyObject[], nowMs: number) {
  for (const key of keys) {
    const signed = await readSigned(token, key, nowMs);
    if (signed) return signed;
  }
  return null;
}

async function readSigned(
  token: string,
  key: KeyObject,
  nowMs: number,
): Promise<SignedViewer | null> {
  try {
    const { payload } = await jwtVerify<{ viewer: Viewer }>(token, key, {
      issuer,
      audience,
      algorithms: ['EdDSA'],
      requiredClaims: ['exp'],
      clockTolerance: 5,
      currentDate: new Date(nowMs),
    });
    return { viewer: payload.viewer, expiresAtMs: (payload.exp ?? 0) * 1000 };
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}

/** A new pair as configuration texts: GATEWAY_SIGNING_KEY (private) and GATEWAY_VERIFY_KEY (public), DER in base64. */
export function newViewerKeys(): { readonly signingKey: string; readonly verifyKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    signingKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
    verifyKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
  };
}

/** @throws Error when the text isn't a private key */
export const readSigningKey = (base64: string): KeyObject =>
  createPrivateKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'pkcs8' });

/** GATEWAY_SIGNING_KEY: what the gateway signs callers with. */
export const signingKey: Setting<KeyObject> = {
  shape: 'an Ed25519 private key, DER in base64',
  parse: (text) => ed25519(readSigningKey, text),
};

/** GATEWAY_VERIFY_KEY: what a subgraph checks the gateway's signature with; several, while one takes the other's place. */
export const verifyKeys: Setting<readonly KeyObject[]> = listOf({
  shape: "the gateway's public key (Ed25519, DER in base64)",
  parse: (text) => ed25519(readVerifyKey, text),
});

function ed25519(read: (text: string) => KeyObject, text: string): KeyObject | undefined {
  try {
    const key = read(text);
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined; // Not a key: the caller says what it must be.
  }
}

/** @throws Error when the text isn't a public key */
export const readVerifyKey = (base64: string): KeyObject =>
  createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' });
