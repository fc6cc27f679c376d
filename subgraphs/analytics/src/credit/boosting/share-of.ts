/**
 * A number from 0 up to 1 that looks drawn by chance, the same for the same seed and row: so no state runs along, and the order
 * of rows doesn't matter. The finalizer of MurmurHash3 (Appleby 2008) over both.
 */
export function shareOf(seed: number, row: number): number {
  let bits = Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(row + 1, 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return ((bits ^ (bits >>> 16)) >>> 0) / 2 ** 32;
}
