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
export function embedTokens(embedding: Embedding, tokens: Tokens): Float64Array {
  const { sum } = addUp(embedding, tokens);
  const square = squareOf(sum);
  const factor = square > 0 ? 1 / Math.sqrt(square) : 0;
  return sum.map((value) => value * factor);
}

/**
 * How familiar a text is: the logarithm of how many times longer its tokens' sum is than that of as many vectors which point anywhere.
 * About 0 for a name whose letters were put together at random, above 1 for one that the embedding has learned.
 */
export function familiarityOf(embedding: Embedding, tokens: Tokens): number {
  const { sum, squares } = addUp(embedding, tokens);
  return squares > 0 ? Math.log(Math.max(squareOf(sum) / squares, least)) : 0;
}

/** Tokens that cancel out are as unfamiliar as can be. */
const least = 0.1;

function addUp(
  { width, bits, table }: Embedding,
  { hashes, weights }: Tokens,
): { readonly sum: Float64Array; readonly squares: number } {
  const sum = new Float64Array(width);
  const mask = 2 ** bits - 1;
  let squares = 0;
  for (let k = 0; k < hashes.length; k += 1) {
    const start = ((hashes[k] ?? 0) & mask) * width;
    const weight = weights[k] ?? 0;
    for (let d = 0; d < width; d += 1) {
      const value = weight * (table[start + d] ?? 0);
      sum[d] = (sum[d] ?? 0) + value;
      squares += value * value;
    }
  }
  return { sum, squares };
}

const squareOf = (vector: Float64Array): number =>
  vector.reduce((sum, value) => sum + value * value, 0);
