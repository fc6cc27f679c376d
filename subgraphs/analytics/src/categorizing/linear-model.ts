import { amountTokens } from './amount-tokens.ts';
import { type Embedding, embedTokens } from './embedding.ts';
import { wordsOf } from './normalize-text.ts';
import type { Purchase } from './purchase.ts';
import { softmax } from './softmax.ts';
import type { Evidence, TextModel } from './text-model.ts';
import { tokenize } from './tokenize.ts';
import type { Tokens } from './tokens.ts';
import type { SoftmaxWeights } from './train-softmax.ts';

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
};

/** Every token of an amount weighs the same. */
export const amountTokenWeight = 0.35;

/** A softmax over sums of weights: of the text's tokens, of its place in the embedding, and of the amount's tokens. */
export function linearModel(parts: LinearParts, embedding: Embedding): TextModel {
  const { version, categories, text, amount, temperature } = parts;
  const classes = categories.length;
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
    explain: (purchase, category) => explain(parts, purchase, category % classes),
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

/** A token's part is its weight for the category, less the mean of its weights: a softmax feels differences only. */
function explain({ text, amount }: LinearParts, purchase: Purchase, category: number): Evidence {
  const words = wordsOf(purchase.text);
  const scores = words.map(() => 0);
  const tokens = tokenize(words);
  tokens.hashes.forEach((hash, k) => {
    const word = tokens.words[k] ?? 0;
    scores[word] =
      (scores[word] ?? 0) + (tokens.weights[k] ?? 0) * preference(text, hash, category);
  });
  const amountScore = amountTokens(words, purchase.amount).reduce(
    (sum, hash) => sum + amountTokenWeight * preference(amount, hash, category),
    0,
  );
  return { words: words.map((word, i) => ({ word, score: scores[i] ?? 0 })), amountScore };
}

function preference(
  { sparse, bits, classes }: SoftmaxWeights,
  hash: number,
  category: number,
): number {
  const start = (hash & (2 ** bits - 1)) * classes;
  let sum = 0;
  for (let c = 0; c < classes; c += 1) sum += sparse[start + c] ?? 0;
  return (sparse[start + category] ?? 0) - sum / classes;
}
