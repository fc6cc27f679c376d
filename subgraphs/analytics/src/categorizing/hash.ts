/** One step of FNV-1a (Fowler, Noll, Vo), 32 bits. */
export const mixHash = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

/** FNV-1a of a text, to be mixed on. */
export function startHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = mixHash(hash, text.charCodeAt(i));
  return hash;
}

/** MurmurHash3's last mixing: after it the low bits are as good as the high ones, and a table may take any of them. */
export function spreadHash(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** 32 bits of a text; the same text in another `kind` of token is another token. */
export const hashText = (kind: string, text: string): number =>
  spreadHash(startHash(`${kind}:${text}`));
