import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const version = 'v1';
const ivBytes = 12;
const tagBytes = 16;

/**
 * Encrypts a private key (AES-256-GCM) for the database. `kid` is bound in: a sealed key can't be moved to another row.
 * @param secret AUTH_KEY_ENCRYPTION_SECRET; the encryption key is derived from it
 */
export function sealKey(privateKey: Buffer, kid: string, secret: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', keyFrom(secret), iv, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(kid));
  const sealed = Buffer.concat([
    iv,
    cipher.update(privateKey),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  return `${version}.${sealed.toString('base64url')}`;
}

/** @throws Error when the secret is another one than it was sealed with, or somebody changed the text */
export function openSealedKey(sealed: string, kid: string, secret: string): Buffer {
  const [prefix, body] = sealed.split('.');
  const bytes = Buffer.from(body ?? '', 'base64url');
  if (prefix !== version || bytes.length <= ivBytes + tagBytes) throw unreadable(kid);
  const iv = bytes.subarray(0, ivBytes);
  const decipher = createDecipheriv('aes-256-gcm', keyFrom(secret), iv, {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.from(kid));
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(ivBytes, -tagBytes)), decipher.final()]);
  } catch (error) {
    throw unreadable(kid, error);
  }
}

const keyFrom = (secret: string) =>
  Buffer.from(hkdfSync('sha256', secret, '', 'finflow signing keys', 32));

const unreadable = (kid: string, cause?: unknown) =>
  new Error(`AUTH_KEY_ENCRYPTION_SECRET does not open the signing key ${kid}.`, { cause });
