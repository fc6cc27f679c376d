import { hkdfSync, type KeyObject } from 'node:crypto';
import { readSigningKey } from '@finflow/shared/signed-viewer';
import type { Setting } from '@finflow/shared/config';

/** What this gateway signs and seals with, and what was sealed with elsewhere or before and is still taken. */
export type SigningKeys = { readonly own: KeyObject; readonly others: readonly KeyObject[] };

/** So many bytes for one purpose: nobody who knows them knows the signing key, or what is derived for another purpose. */
export const derivedKey = (signingKey: KeyObject, purpose: string, bytes: number): Buffer =>
  Buffer.from(
    hkdfSync('sha256', signingKey.export({ format: 'der', type: 'pkcs8' }), '', purpose, bytes),
  );

/** Private keys, DER in base64, with commas between; none by default. */
export const signingKeys = (): Setting<readonly KeyObject[]> => ({
  shape: 'Ed25519 private keys (DER in base64) with commas between',
  fallback: [],
  parse: (text) => {
    try {
      const keys = text.split(',').map((one) => readSigningKey(one.trim()));
      return keys.every(({ asymmetricKeyType }) => asymmetricKeyType === 'ed25519')
        ? keys
        : undefined;
    } catch {
      return undefined;
    }
  },
});
