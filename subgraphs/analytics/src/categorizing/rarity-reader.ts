import { rarityOf, weighByRarity } from './rarity.ts';
import { addRow, tokenPreference } from './score-rows.ts';
import type { SoftLabels } from './soft-labels.ts';
import { packRows } from './sparse-rows.ts';
import { tokenizeText } from './tokenize.ts';
import type { Tokens } from './tokens.ts';
import { type SoftmaxWeights, trainSoftmax } from './train-softmax.ts';

/**
 * A second reader of texts, which errs differently: logistic regression on tokens weighed by their rarity, alone, with each text counted by
 * its purchases of all years. What two such readers agree on holds for strangers more often than what either says.
 */
export type RarityReader = {
  readonly weights: SoftmaxWeights;
  /** One number for each row of the weights' table. */
  readonly rarity: Float32Array;
};

/** @param labels with examples of all years counting the same */
export function trainRarityReader(
  { texts, targets, counts }: SoftLabels,
  { classes, bits }: { readonly classes: number; readonly bits: number },
): RarityReader {
  const tokens = texts.map(tokenizeText);
  const rarity = rarityOf(tokens, bits);
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const weights = trainSoftmax({
    rows: packRows(
      tokens.map((each) => weighByRarity(each, rarity)),
      bits,
    ),
    targets,
    importance: counts.map((count) => Math.min(mostImportant, count / mean)),
    classes,
    bits,
    epochs: 10,
    rate: 0.7,
    seed: 5,
  });
  return { weights, rarity };
}

/** No text counts for more than so many average ones. */
const mostImportant = 30;

/** One score a category. */
export function rarityScores({ weights, rarity }: RarityReader, tokens: Tokens): Float64Array {
  const scores = Float64Array.from(weights.bias);
  const weighed = weighByRarity(tokens, rarity);
  weighed.hashes.forEach((hash, k) => {
    addRow(scores, weights, hash, weighed.weights[k] ?? 0);
  });
  return scores;
}

/** What each token says for a category, in the tokens' order. */
export function rarityPreferences(
  { weights, rarity }: RarityReader,
  tokens: Tokens,
  category: number,
): number[] {
  const weighed = weighByRarity(tokens, rarity);
  return weighed.hashes.map(
    (hash, k) => (weighed.weights[k] ?? 0) * tokenPreference(weights, hash, category),
  );
}
