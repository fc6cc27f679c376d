import type { Tokens } from './tokens.ts';
import { sumWords, type WordVectors } from './word-vectors.ts';

/**
 * Where a text stands among merchants of all kinds. Two parts, each the sum of vectors scaled to a length of 1: of its tokens, learned from
 * what organizations book alike; and of its words, learned from how the language uses them, for names that no organization knew.
 */
export type Embedding = {
  readonly version: string;
  /** Of the tokens' part. */
  readonly width: number;
  /** The table has 2^bits rows. */
  readonly bits: number;
  readonly table: Int8Array;
  readonly words: WordVectors;
};

/** How many numbers a text gets. */
export const embeddedWidth = ({ width, words }: Embedding): number => width + words.width;

/** Where a text stands, `embeddedWidth` numbers; zeros for a part that knows nothing of the text. */
export function embedTokens(embedding: Embedding, tokens: Tokens): Float64Array {
  const { width, words } = embedding;
  const place = new Float64Array(embeddedWidth(embedding));
  place.set(addUp(embedding, tokens).sum);
  sumWords(words, tokens, place.subarray(width));
  scaleToOne(place.subarray(0, width));
  scaleToOne(place.subarray(width));
  return place;
}

/** All the texts' numbers in one array, for training. */
export function embedAll(embedding: Embedding, texts: readonly Tokens[]): Float32Array {
  const width = embeddedWidth(embedding);
  const values = new Float32Array(texts.length * width);
  texts.forEach((tokens, i) => values.set(embedTokens(embedding, tokens), i * width));
  return values;
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

function scaleToOne(vector: Float64Array): void {
  const square = squareOf(vector);
  const factor = square > 0 ? 1 / Math.sqrt(square) : 0;
  for (let d = 0; d < vector.length; d += 1) vector[d] = (vector[d] ?? 0) * factor;
}
