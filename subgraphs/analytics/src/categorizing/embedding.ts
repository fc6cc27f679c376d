import type { Tokens } from './tokens.ts';

/**
 * Where a text stands among merchants of all kinds: the sum of its tokens' vectors, scaled to a length of 1. Texts of merchants that
 * organizations book alike stand close together, also when their names share no word.
 */
export type Embedding = {
  readonly version: string;
  readonly width: number;
  /** The table has 2^bits rows. */
  readonly bits: number;
  readonly table: Int8Array;
};

/** The sum of a text's vectors, one number a dimension, scaled to a length of 1 (all zeros for a text without words). */
export function embedTokens(
  { width, bits, table }: Embedding,
  { hashes, weights }: Tokens,
): Float64Array {
  const sum = new Float64Array(width);
  const mask = 2 ** bits - 1;
  for (let k = 0; k < hashes.length; k += 1) {
    const start = ((hashes[k] ?? 0) & mask) * width;
    const weight = weights[k] ?? 0;
    for (let d = 0; d < width; d += 1) sum[d] = (sum[d] ?? 0) + weight * (table[start + d] ?? 0);
  }
  let square = 0;
  for (const value of sum) square += value * value;
  const factor = square > 0 ? 1 / Math.sqrt(square) : 0;
  for (let d = 0; d < width; d += 1) sum[d] = (sum[d] ?? 0) * factor;
  return sum;
}
