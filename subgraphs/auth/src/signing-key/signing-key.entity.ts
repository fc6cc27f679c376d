import { defineEntity, p } from '@mikro-orm/core';
import type { JWK } from 'jose';

export const SigningKeySchema = defineEntity({
  name: 'SigningKey',
  properties: {
    /** The key's RFC 7638 thumbprint: the `kid` of its tokens. */
    id: p.string().length(64).primary(),
    publicKey: p.json<JWK>(),
    /** The private part, encrypted (see sealed-key.ts). */
    sealedPrivateKey: p.string().length(512),
    createdAt: p.datetime(3),
    /** From here on it signs, until the next key becomes active. Published before. */
    activeFrom: p.datetime(3).unique(),
  },
});

/** A key that signs access tokens. */
export class SigningKey extends SigningKeySchema.class {}
SigningKeySchema.setClass(SigningKey);
