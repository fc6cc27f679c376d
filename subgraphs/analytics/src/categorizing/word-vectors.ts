import { hashText } from './hash.ts';
import type { Tokens } from './tokens.ts';

/** What words of the language mean, wherever they are met: words used alike have like vectors, as long as they say much and no longer. */
export type WordVectors = {
  readonly width: number;
  /** Of each word the hash that its token has. */
  readonly hashes: Int32Array;
  /** `width` numbers a word. */
  readonly values: Int8Array;
};

export const noWords: WordVectors = {
  width: 0,
  hashes: new Int32Array(0),
  values: new Int8Array(0),
};

/** A word's hash, which `tokenize` gives the word's own token. */
export const wordHash = (word: string): number => hashText('w', word);

/** Adds the vectors of a text's words to `sum`, `width` numbers; words of unknown meaning add nothing. */
export function sumWords(words: WordVectors, { hashes }: Tokens, sum: Float64Array): void {
  const vectorOf = vectorsOf(words);
  for (const hash of hashes)
    vectorOf(hash)?.forEach((value, d) => {
      sum[d] = (sum[d] ?? 0) + value;
    });
}

/** Finds a word's vector by its hash; undefined for a word of unknown meaning. */
export function vectorsOf(words: WordVectors): (hash: number) => Int8Array | undefined {
  const { width, values } = words;
  const places = placesOf(words);
  return (hash) => {
    const place = places.get(hash | 0);
    return place === undefined ? undefined : values.subarray(place * width, (place + 1) * width);
  };
}

/** True for a word of known meaning, as `wordsOf` writes it. */
export const hasMeaning = (words: WordVectors, word: string): boolean =>
  placesOf(words).has(wordHash(word) | 0);

const known = new WeakMap<WordVectors, ReadonlyMap<number, number>>();

/** Where each word stands; made once for a set of words. */
function placesOf(words: WordVectors): ReadonlyMap<number, number> {
  const made = known.get(words) ?? new Map(words.hashes.entries().map(([i, hash]) => [hash, i]));
  known.set(words, made);
  return made;
}
