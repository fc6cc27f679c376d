import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
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

/**
 * The caller that the gateway signed.
 * @throws JOSEError when the token is missing, forged, expired or meant for somebody else
 */
export async function verifyViewer(token: string, key: KeyObject): Promise<Viewer> {
  const { payload } = await jwtVerify<{ viewer: Viewer }>(token, key, {
    issuer,
    audience,
    algorithms: ['EdDSA'],
    clockTolerance: 5,
  });
  return payload.viewer;
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

/** @throws Error when the text isn't a public key */
export const readVerifyKey = (base64: string): KeyObject =>
  createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' });
