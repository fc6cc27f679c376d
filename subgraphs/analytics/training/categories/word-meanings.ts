import { wordsOf } from '../../src/categorizing/normalize-text.ts';
import { wordHash, type WordVectors } from '../../src/categorizing/word-vectors.ts';
import { principalAxes } from './principal-axes.ts';
import { quantize } from './quantize.ts';
import type { Source } from './sources.ts';

/** A word as the language uses it. Those used most come first. */
export type Meaning = { readonly word: string; readonly vector: Float64Array };

export type WordSettings = {
  readonly width: number;
  readonly most: number;
  readonly dropped: number;
};

/** Dimensions that all words share tell none from another (Mu and Viswanath 2018, "All-but-the-top"). */
const defaultWordSettings: WordSettings = { width: 48, most: 40_000, dropped: 3 };

/** @throws TypeError for what isn't a file of vectors as the package has it */
export function readVectors(file: unknown): Meaning[] {
  if (typeof file !== 'object' || file === null || !('words' in file && 'vectors' in file))
    throw new TypeError('Not a file of word vectors');
  const { words, vectors } = file;
  if (!Array.isArray(words) || typeof vectors !== 'object' || vectors === null)
    throw new TypeError('Not a file of word vectors');
  const of = new Map<string, unknown>(Object.entries(vectors));
  return words.flatMap((word: unknown) => {
    const vector = typeof word === 'string' && isName.test(word) ? of.get(word) : undefined;
    if (typeof word !== 'string' || !Array.isArray(vector)) return [];
    return [{ word, vector: Float64Array.from(vector.slice(0, dimensions), Number) }];
  });
}

const isName = /^[a-z&]{2,32}$/;
/** What follows them in the file are the vector's length and the word's place. */
const dimensions = 100;

/**
 * The words that sources use, and the commonest others: the main dimensions of their vectors, each word as long as it says much. A word's
 * worth is a / (a + its share of all words) (Arora, Liang and Ma 2017, "A simple but tough-to-beat baseline for sentence embeddings"), of the
 * names' words or of the language's, whichever is the larger: "ltd" says nothing of a merchant, nor does "the".
 */
export function makeWordVectors(
  meanings: readonly Meaning[],
  sources: readonly Source[],
  { width, most, dropped }: WordSettings = defaultWordSettings,
): WordVectors {
  const shares = wordShares(sources);
  const ranked = meanings.map((meaning, rank) => ({ ...meaning, rank }));
  const [used, others] = [true, false].map((isUsed) =>
    ranked.filter(({ word }) => shares.has(word) === isUsed),
  );
  const chosen = [...(used ?? []), ...(others ?? [])].slice(0, most);
  const centred = takeOffMean(chosen.map(({ vector }) => vector));
  const axes = principalAxes(centred).slice(dropped, dropped + width);
  const values = new Float32Array(chosen.length * width);
  chosen.forEach(({ word, rank }, i) => {
    const share = Math.max(shares.get(word) ?? 0, shareByRank(rank));
    const worth = commonShare / (commonShare + share);
    const vector = centred[i] ?? new Float64Array(0);
    values.set(
      axes.map((axis) => worth * dot(axis, vector)),
      i * width,
    );
  });
  const hashes = Int32Array.from(chosen, ({ word }) => wordHash(word));
  return { width, hashes, values: quantize(values) };
}

/** A word of this share of all words counts for half. */
const commonShare = 1e-3;

/** Zipf's law, flattened for the few commonest. */
const shareByRank = (rank: number): number => 1 / (11 * (rank + 10));

/** Of each word its share of all words of the sources' texts, each text once. */
function wordShares(sources: readonly Source[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  let total = 0;
  for (const word of sources.flatMap(({ texts }) => texts.flatMap(({ text }) => wordsOf(text)))) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
    total += 1;
  }
  return new Map(counts.entries().map(([word, count]) => [word, count / total]));
}

function takeOffMean(vectors: readonly Float64Array[]): Float64Array[] {
  const mean = new Float64Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) {
    for (let d = 0; d < mean.length; d += 1)
      mean[d] = (mean[d] ?? 0) + (vector[d] ?? 0) / vectors.length;
  }
  return vectors.map((vector) => vector.map((value, d) => value - (mean[d] ?? 0)));
}

const dot = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, value, d) => sum + value * (b[d] ?? 0), 0);
