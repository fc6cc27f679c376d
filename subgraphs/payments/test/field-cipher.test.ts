import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { fieldCipher, parseFieldKeys } from '../src/security/field-cipher.ts';

const old = { id: 'k1', key: randomBytes(32) };
const fresh = { id: 'k2', key: randomBytes(32) };

describe('the field cipher', () => {
  it('opens what it sealed, and seals the same text differently each time', () => {
    const cipher = fieldCipher([old]);
    const sealed = cipher.encrypt('4242', 'payment.last4:1');
    expect(sealed).toMatch(/^v1\.k1\.[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(cipher.decrypt(sealed, 'payment.last4:1')).toBe('4242');
    expect(cipher.encrypt('4242', 'payment.last4:1')).not.toBe(sealed);
  });

  it('refuses a text that was moved or tampered with', () => {
    const cipher = fieldCipher([old]);
    const sealed = cipher.encrypt('4242', 'payment.last4:1');
    expect(() => cipher.decrypt(sealed, 'payment.last4:2')).toThrow(/authenticate/);
    const [version, id, iv, tag] = sealed.split('.');
    const forged = [version, id, iv, tag, Buffer.from('9999').toString('base64url')].join('.');
    expect(() => cipher.decrypt(forged, 'payment.last4:1')).toThrow(/authenticate/);
    expect(() => cipher.decrypt('4242', 'payment.last4:1')).toThrow('Not a sealed field');
  });

  it('opens old texts after a rotation, until the old key is dropped', () => {
    const sealed = fieldCipher([old]).encrypt('4242', 'place');
    const rotated = fieldCipher([fresh, old]);
    expect(rotated.decrypt(sealed, 'place')).toBe('4242');
    expect(rotated.encrypt('4242', 'place')).toMatch(/^v1\.k2\./);
    expect(() => fieldCipher([fresh]).decrypt(sealed, 'place')).toThrow('k1');
  });

  it('reads keys from the configuration, newest first, and nothing else', () => {
    const text = `k2:${fresh.key.toString('base64')},k1:${old.key.toString('base64')}`;
    expect(parseFieldKeys(text)).toEqual([fresh, old]);
    for (const bad of [
      '',
      'k1',
      'k1:c2hvcnQ=',
      `k 1:${old.key.toString('base64')}`,
      `${text},${text}`,
    ]) {
      expect(parseFieldKeys(bad)).toBeUndefined();
    }
  });
});
