import { randomUUID } from 'node:crypto';
import { randomPart } from './random.ts';

/** A new UUID, version 7 (RFC 9562): sorts by creation time, so that indexes grow at one end. */
export function newId(nowMs: number = Date.now()): string {
  const bytes = randomPart(16);
  bytes.writeUIntBE(nowMs, 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A random UUID, version 4: for what must not tell when it was made. */
export const randomId = (): string => randomUUID();

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** True for a UUID in lower case. Ask before a text from outside reaches a uuid column. */
export const isId = (text: string): boolean => uuid.test(text);
