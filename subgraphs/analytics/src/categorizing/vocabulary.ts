import { wordsOf } from './normalize-text.ts';
import { wordHash } from './word-vectors.ts';

/** The hashes of words (`wordHash`), each once and in order: all 32 bits, so that one of 100,000 unknown words is taken for a known one. */
export type Vocabulary = Int32Array;

/** The words of texts. */
export const vocabularyOf = (texts: Iterable<string>): Vocabulary => {
  const hashes = new Set<number>();
  for (const text of texts) for (const word of wordsOf(text)) hashes.add(wordHash(word) | 0);
  return Int32Array.from(hashes).sort();
};

/** True for a word among them, as `wordsOf` writes it. */
export function hasWord(vocabulary: Vocabulary, word: string): boolean {
  const made = sets.get(vocabulary) ?? new Set(vocabulary);
  sets.set(vocabulary, made);
  return made.has(wordHash(word) | 0);
}

/** Of each vocabulary, made when it is asked first. */
const sets = new WeakMap<Vocabulary, ReadonlySet<number>>();
