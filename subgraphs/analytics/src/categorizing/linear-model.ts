import { amountTokens } from './amount-tokens.ts';
import { type Embedding, embedTokens, shareByWord } from './embedding.ts';
import { wordsOf } from './normalize-text.ts';
import type { Purchase } from './purchase.ts';
import { softmax } from './softmax.ts';
import type { Evidence, TextModel } from './text-model.ts';
import { tokenize } from './tokenize.ts';
import type { Tokens } from './tokens.ts';
import type { SoftmaxWeights } from './train-softmax.ts';
import { hasWord, type Vocabulary } from './vocabulary.ts';
import { hasMeaning } from './word-vectors.ts';

/** What an organization's own model consists of. */
export type LinearParts = {
  readonly version: string;
  readonly categories: readonly string[];
  /** Scores of texts. */
  readonly text: SoftmaxWeights;
  /** What the amount adds to them. */
  readonly amount: SoftmaxWeights;
  /** Above 1 makes it less sure; fitted on texts that training had not seen. */
  readonly temperature: number;
  /** The words of the texts that it learned from. */
  readonly vocabulary: Vocabulary;
};

/** Every token of an amount weighs the same. */
export const amountTokenWeight = 0.35;

/** A softmax over sums of weights: of the text's tokens, of its place in the embedding, and of the amount's tokens. */
export function linearModel(parts: LinearParts, embedding: Embedding): TextModel {
  const { version, categories, text, amount, temperature, vocabulary } = parts;
  const directions: Float64Array[] = [];
  return {
    version,
    categories,
    predict: (purchase) => {
      const words = wordsOf(purchase.text);
      const scores = textScores(text, embedding, tokenize(words));
      for (const hash of amountTokens(words, purchase.amount)) {
        addRow(scores, amount, hash, amountTokenWeight);
      }
      return softmax(scores, temperature);
    },
    explain: (purchase, category) => {
      const direction = (directions[category] ??= preferredPlace(text, category));
      return explain(parts, { embedding, direction }, purchase, category);
    },
    knows: (word) => hasWord(vocabulary, word) || hasMeaning(embedding.words, word),
  };
}

/** The scores of a text alone, without its amount; one a category. */
export function textScores(
  model: SoftmaxWeights,
  embedding: Embedding,
  tokens: Tokens,
): Float64Array {
  const scores = Float64Array.from(model.bias);
  for (let k = 0; k < tokens.hashes.length; k += 1) {
    addRow(scores, model, tokens.hashes[k] ?? 0, tokens.weights[k] ?? 0);
  }
  embedTokens(embedding, tokens).forEach((value, d) => {
    for (let c = 0; c < scores.length; c += 1) {
      scores[c] = (scores[c] ?? 0) + value * (model.dense[d * scores.length + c] ?? 0);
    }
  });
  return scores;
}

function addRow(
  scores: Float64Array,
  { sparse, bits }: SoftmaxWeights,
  hash: number,
  factor: number,
): void {
  const start = (hash & (2 ** bits - 1)) * scores.length;
  for (let c = 0; c < scores.length; c += 1) {
    scores[c] = (scores[c] ?? 0) + factor * (sparse[start + c] ?? 0);
  }
}

/**
 * A word's part is what its tokens weigh for the category and what it brings to the text's place in the embedding, less the mean of what
 * it does for all categories: a softmax feels differences only. A place counts as far as the embedding has learned the word: that of a
 * name that nobody knows is where chance put it.
 * @param direction what the category prefers of places, `preferredPlace`
 */
function explain(
  { text, amount }: LinearParts,
  { embedding, direction }: { readonly embedding: Embedding; readonly direction: Float64Array },
  purchase: Purchase,
  category: number,
): Evidence {
  const words = wordsOf(purchase.text);
  const tokens = tokenize(words);
  const scores = shareByWord(embedding, tokens, words.length).map(
    ({ place, familiarity }) => Math.min(1, Math.max(0, familiarity)) * dot(place, direction),
  );
  tokens.hashes.forEach((hash, k) => {
    const word = tokens.words[k] ?? 0;
    scores[word] =
      (scores[word] ?? 0) + (tokens.weights[k] ?? 0) * tokenPreference(text, hash, category);
  });
  const amountScore = amountTokens(words, purchase.amount).reduce(
    (sum, hash) => sum + amountTokenWeight * tokenPreference(amount, hash, category),
    0,
  );
  return { words: words.map((word, i) => ({ word, score: scores[i] ?? 0 })), amountScore };
}

function dot(a: Float64Array, b: Float64Array): number {
  let product = 0;
  for (let d = 0; d < a.length; d += 1) product += (a[d] ?? 0) * (b[d] ?? 0);
  return product;
}

const preferredPlace = ({ dense, classes }: SoftmaxWeights, category: number): Float64Array =>
  Float64Array.from({ length: dense.length / classes }, (_, d) =>
    preference(dense, d * classes, classes, category),
  );

const tokenPreference = (
  { sparse, bits, classes }: SoftmaxWeights,
  hash: number,
  category: number,
): number => preference(sparse, (hash & (2 ** bits - 1)) * classes, classes, category);

function preference(
  weights: Float32Array,
  start: number,
  classes: number,
  category: number,
): number {
  let sum = 0;
  for (let c = 0; c < classes; c += 1) sum += weights[start + c] ?? 0;
  return (weights[start + category] ?? 0) - sum / classes;
}
