import { createHash, generateKeyPairSync } from 'node:crypto';
import { sealKey } from './sealed-key.ts';

export type NewSigningKey = {
  readonly createdAt: Date;
  readonly activeFrom: Date;
  /** AUTH_KEY_ENCRYPTION_SECRET */
  readonly secret: string;
};

/** A fresh Ed25519 key, its private part sealed. Its id is the RFC 7638 thumbprint of the public part. */
export function newSigningKey({ createdAt, activeFrom, secret }: NewSigningKey) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  const id = thumbprint(x);
  const der = privateKey.export({ format: 'der', type: 'pkcs8' });
  return {
    id,
    publicKey: { kty: 'OKP', crv: 'Ed25519', x, kid: id, alg: 'EdDSA', use: 'sig' },
    sealedPrivateKey: sealKey(der, id, secret),
    createdAt,
    activeFrom,
  };
}

const thumbprint = (x: string) =>
  createHash('sha256')
    .update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x })) // RFC 7638: these members, in this order.
    .digest('base64url');
