import { randomInt } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** 62 ** 43 is just above 2 ** 256. */
const secretLength = 43;
const nameLength = 8;

/** A new API key's text, and the beginning of it that stays visible. Only the text's hash is stored. */
export function newApiKeyText(): { readonly text: string; readonly prefix: string } {
  const prefix = `ffk_${randomText(nameLength)}`;
  return { prefix, text: `${prefix}_${randomText(secretLength)}` };
}

const randomText = (length: number): string =>
  Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
