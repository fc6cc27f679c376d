import type { Tokens } from './tokens.ts';
import { sumWords, vectorsOf, type WordVectors } from './word-vectors.ts';

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

/** What one word of a text brings to the text's place. */
export type WordShare = {
  /** `embeddedWidth` numbers; those of all the text's words add up to the text's place. */
  readonly place: Float64Array;
  /** Of the word's tokens, as `familiarityOf` says it of a text's. */
  readonly familiarity: number;
};

/** @param wordCount how many words the tokens are of */
export function shareByWord(embedding: Embedding, tokens: Tokens, wordCount: number): WordShare[] {
  const { width, words } = embedding;
  const places = Array.from(
    { length: wordCount },
    () => new Float64Array(embeddedWidth(embedding)),
  );
  const squares = new Float64Array(wordCount);
  const vectorOf = vectorsOf(words);
  tokens.hashes.forEach((hash, k) => {
    const word = tokens.words[k] ?? 0;
    const place = places[word];
    if (!place) return;
    squares[word] = (squares[word] ?? 0) + addToken(embedding, place, hash, tokens.weights[k] ?? 0);
    vectorOf(hash)?.forEach((value, d) => {
      place[width + d] = (place[width + d] ?? 0) + value;
    });
  });
  const familiarities = places.map((place, i) =>
    familiarity(place.subarray(0, width), squares[i] ?? 0),
  );
  scaleTogether(places.map((place) => place.subarray(0, width)));
  scaleTogether(places.map((place) => place.subarray(width)));
  return places.map((place, i) => ({ place, familiarity: familiarities[i] ?? 0 }));
}

/** Scales vectors so that their sum is as long as 1. */
function scaleTogether(vectors: readonly Float64Array[]): void {
  const sum = new Float64Array(vectors[0]?.length ?? 0);
  for (const vector of vectors)
    for (let d = 0; d < sum.length; d += 1) sum[d] = (sum[d] ?? 0) + (vector[d] ?? 0);
  const scale = scaleOf(sum);
  for (const vector of vectors) scaleBy(vector, scale);
}

/**
 * How familiar a text is: the logarithm of how many times longer its tokens' sum is than that of as many vectors which point anywhere.
 * About 0 for a name whose letters were put together at random, above 1 for one that the embedding has learned.
 */
export function familiarityOf(embedding: Embedding, tokens: Tokens): number {
  const { sum, squares } = addUp(embedding, tokens);
  return familiarity(sum, squares);
}

/** Tokens that cancel out are as unfamiliar as can be. */
const least = 0.1;

const familiarity = (sum: Float64Array, squares: number): number =>
  squares > 0 ? Math.log(Math.max(squareOf(sum) / squares, least)) : 0;

function addUp(
  embedding: Embedding,
  { hashes, weights }: Tokens,
): { readonly sum: Float64Array; readonly squares: number } {
  const sum = new Float64Array(embedding.width);
  let squares = 0;
  for (let k = 0; k < hashes.length; k += 1)
    squares += addToken(embedding, sum, hashes[k] ?? 0, weights[k] ?? 0);
  return { sum, squares };
}

/** Adds a token's vector to `sum`; gives its squared length. */
function addToken(
  { width, bits, table }: Embedding,
  sum: Float64Array,
  hash: number,
  weight: number,
): number {
  const start = (hash & (2 ** bits - 1)) * width;
  let square = 0;
  for (let d = 0; d < width; d += 1) {
    const value = weight * (table[start + d] ?? 0);
    sum[d] = (sum[d] ?? 0) + value;
    square += value * value;
  }
  return square;
}

function squareOf(vector: Float64Array): number {
  let square = 0;
  for (const value of vector) square += value * value;
  return square;
}

const scaleToOne = (vector: Float64Array): void => {
  scaleBy(vector, scaleOf(vector));
};

/** What makes a vector as long as 1; zero for one that has no direction. */
function scaleOf(vector: Float64Array): number {
  const square = squareOf(vector);
  return square > 0 ? 1 / Math.sqrt(square) : 0;
}

function scaleBy(vector: Float64Array, scale: number): void {
  for (let d = 0; d < vector.length; d += 1) vector[d] = (vector[d] ?? 0) * scale;
}
