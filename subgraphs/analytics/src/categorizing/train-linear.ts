import { amountTokens } from './amount-tokens.ts';
import { type Embedding, embedTokens } from './embedding.ts';
import { amountTokenWeight, type LinearParts, textScores } from './linear-model.ts';
import { wordsOf } from './normalize-text.ts';
import { type Example, type SoftLabels, softLabels } from './soft-labels.ts';
import { packRows } from './sparse-rows.ts';
import { tokenizeText } from './tokenize.ts';
import { type SoftmaxWeights, trainSoftmax } from './train-softmax.ts';

export type LinearSettings = {
  readonly bits: number;
  readonly textEpochs: number;
  readonly amountEpochs: number;
  readonly halfLifeDays: number;
  /** A text counts by its number of examples to this power. */
  readonly countPower: number;
  /** The share of a text's tokens that it is shown without: merchants that are new have tokens missing, too. */
  readonly dropout: number;
  readonly seed: number;
};

export const defaultLinearSettings: LinearSettings = {
  bits: 17,
  textEpochs: 8,
  amountEpochs: 3,
  halfLifeDays: 365,
  countPower: 0.5,
  dropout: 0.3,
  seed: 7,
};

/**
 * Trains a model on an organization's decisions: first the texts, each once, with the shares of its categories as the target; then,
 * on top of those scores, every example's amount.
 */
export function trainLinear(
  examples: readonly Example[],
  categories: readonly string[],
  embedding: Embedding,
  settings = defaultLinearSettings,
): Omit<LinearParts, 'version' | 'temperature'> {
  const indexOf = new Map(categories.map((category, i) => [category, i]));
  const labels = softLabels(examples, indexOf, settings.halfLifeDays);
  const text = trainTexts(labels, categories.length, embedding, settings);
  const scores = labels.texts.map((each) => textScores(text, embedding, tokenizeText(each)));
  const base = new Float32Array(examples.length * categories.length);
  labels.textOf.forEach((row, i) => base.set(scores[row] ?? [], i * categories.length));
  const amount = trainAmounts(examples, indexOf, base, settings);
  return { categories, text, amount };
}

function trainTexts(
  { texts, targets, counts }: SoftLabels,
  classes: number,
  embedding: Embedding,
  { bits, textEpochs, countPower, dropout, seed }: LinearSettings,
): SoftmaxWeights {
  const weights = counts.map((count) => count ** countPower);
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  const tokens = texts.map(tokenizeText);
  const values = new Float32Array(texts.length * embedding.width);
  tokens.forEach((each, i) => values.set(embedTokens(embedding, each), i * embedding.width));
  return trainSoftmax({
    rows: packRows(tokens, bits),
    targets,
    importance: weights.map((weight) => Math.min(mostImportant, weight / mean)),
    classes,
    bits,
    dense: { values, width: embedding.width },
    dropout,
    epochs: textEpochs,
    rate: 0.7,
    seed,
  });
}

/** No text counts for more than so many average ones. */
const mostImportant = 20;

function trainAmounts(
  examples: readonly Example[],
  indexOf: ReadonlyMap<string, number>,
  base: Float32Array,
  { bits, amountEpochs, seed }: LinearSettings,
): SoftmaxWeights {
  const rows = examples.map(({ text, amount }) => {
    const hashes = amountTokens(wordsOf(text), amount);
    return { hashes, weights: hashes.map(() => amountTokenWeight) };
  });
  return trainSoftmax({
    rows: packRows(rows, bits),
    targets: examples.map(({ category }) => [[indexOf.get(category) ?? 0, 1]]),
    importance: new Float64Array(examples.length).fill(1),
    classes: indexOf.size,
    bits,
    base,
    epochs: amountEpochs,
    rate: 0.5,
    seed,
  });
}
