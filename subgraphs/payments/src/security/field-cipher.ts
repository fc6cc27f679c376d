import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Keeps single fields unreadable in the database: AES-256-GCM, written `v1.<key id>.<iv>.<tag>.<ciphertext>`. */
export type FieldCipher = {
  /** @param place binds the text to its row and column: moved elsewhere it can't be read. */
  encrypt(text: string, place: string): string;
  /** @throws Error when it was tampered with, moved, or its key is not among ours */
  decrypt(sealed: string, place: string): string;
  /** Which key seals now: what another sealed should be sealed anew (see resealFields). */
  readonly currentKeyId: string;
};

/** The first key seals, all of them open: put a new one in front to rotate, drop the old one when nothing needs it. */
export type FieldKeys = readonly [FieldKey, ...FieldKey[]];
export type FieldKey = { readonly id: string; readonly key: Buffer };

export function fieldCipher(keys: FieldKeys): FieldCipher {
  const [current] = keys;
  return {
    encrypt: (text, place) => {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', current.key, iv).setAAD(Buffer.from(place));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      const parts = [iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'));
      return ['v1', current.id, ...parts].join('.');
    },
    decrypt: (sealed, place) => {
      const { keyId, iv, tag, ciphertext } = parse(sealed);
      const key = keys.find(({ id }) => id === keyId);
      if (!key) throw new Error(`No field key with the id ${keyId}.`);
      const decipher = createDecipheriv('aes-256-gcm', key.key, iv, { authTagLength: 16 });
      decipher.setAAD(Buffer.from(place)).setAuthTag(tag);
      return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString('utf8');
    },
    currentKeyId: current.id,
  };
}

/** Reads `<id>:<32 bytes in base64>[,<id>:<...>]`, newest first; undefined when it is malformed. */
export function parseFieldKeys(text: string): FieldKeys | undefined {
  const keys = text.split(',').map((part) => {
    const [id = '', encoded = ''] = part.trim().split(':');
    return { id, key: Buffer.from(encoded, 'base64') };
  });
  const [first, ...rest] = keys;
  const areValid = keys.every(({ id, key }) => /^[a-z0-9-]{1,32}$/.test(id) && key.length === 32);
  const areDistinct = new Set(keys.map(({ id }) => id)).size === keys.length;
  return first && areValid && areDistinct ? [first, ...rest] : undefined;
}

function parse(sealed: string) {
  const [version, keyId, iv, tag, ciphertext, ...rest] = sealed.split('.');
  if (version !== 'v1' || !keyId || !iv || !tag || ciphertext === undefined || rest.length > 0) {
    throw new Error('Not a sealed field.');
  }
  const bytes = (part: string) => Buffer.from(part, 'base64url');
  return { keyId, iv: bytes(iv), tag: bytes(tag), ciphertext: bytes(ciphertext) };
}
