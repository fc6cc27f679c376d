import { hkdfSync, type KeyObject } from 'node:crypto';

/** What this gateway signs and seals with, and what was sealed with elsewhere or before and is still taken. */
export type SigningKeys = { readonly own: KeyObject; readonly others: readonly KeyObject[] };

/** So many bytes for one purpose: nobody who knows them knows the signing key, or what is derived for another purpose. */
export const derivedKey = (signingKey: KeyObject, purpose: string, bytes: number): Buffer =>
  Buffer.from(
    hkdfSync('sha256', signingKey.export({ format: 'der', type: 'pkcs8' }), '', purpose, bytes),
  );
