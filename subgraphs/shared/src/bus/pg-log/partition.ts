import { partitionCount } from './schema.ts';

/** FNV-1a over UTF-8. It decides where a key's messages stand: never change it. */
export function partitionOf(key: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(key)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash % partitionCount;
}
