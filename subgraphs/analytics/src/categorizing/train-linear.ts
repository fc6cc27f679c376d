import { amountTokens } from './amount-tokens.ts';
import { embedAll, type Embedding, embeddedWidth } from './embedding.ts';
import { amountTokenWeight, type LinearParts, textScores } from './linear-model.ts';
import { wordsOf } from './normalize-text.ts';
import { type Example, type SoftLabels, softLabels } from './soft-labels.ts';
import { packRows } from './sparse-rows.ts';
import { tokenizeText } from './tokenize.ts';
import { type SoftmaxWeights, trainSoftmax } from './train-softmax.ts';
import { vocabularyOf } from './vocabulary.ts';

export type LinearSettings = {
  readonly bits: number;
  readonly textEpochs: number;
  /** How far one text moves the weights of its tokens: a low one believes little that is not said again and again. */
  readonly textRate: number;
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
  textRate: 0.7,
  amountEpochs: 3,
  halfLifeDays: 365,
  countPower: 0.25,
  dropout: 0.3,
  seed: 7,
};

export type LinearTask = {
  readonly examples: readonly Example[];
  readonly categories: readonly string[];
  readonly embedding: Embedding;
  readonly settings: LinearSettings;
};

/**
 * Trains a model on an organization's decisions: first the texts, each once, with the shares of its categories as the target; then,
 * on top of those scores, every example's amount.
 */
export function trainLinear(task: LinearTask): Omit<LinearParts, 'version' | 'temperature'> {
  const labels = labelTexts(task);
  return addAmounts(task, labels, trainTexts(task, labels));
}

export const labelTexts = ({ examples, categories, settings }: LinearTask): SoftLabels =>
  softLabels(examples, new Map(categories.map((name, i) => [name, i])), settings.halfLifeDays);

/** Adds what amounts say to what texts say. @param text trained on `labels`, which are those of the examples */
export function addAmounts(
  { examples, categories, embedding, settings }: LinearTask,
  labels: SoftLabels,
  text: SoftmaxWeights,
): Omit<LinearParts, 'version' | 'temperature'> {
  const scores = labels.texts.map((each) => textScores(text, embedding, tokenizeText(each)));
  const base = new Float32Array(examples.length * categories.length);
  labels.textOf.forEach((row, i) => base.set(scores[row] ?? [], i * categories.length));
  const amount = trainAmounts(examples, categories, base, settings);
  return { categories, text, amount, vocabulary: vocabularyOf(labels.texts) };
}

/** The part that reads texts alone. */
export function trainTexts(
  { categories, embedding, settings }: LinearTask,
  { texts, targets, counts }: SoftLabels,
): SoftmaxWeights {
  const { bits, textEpochs, textRate, countPower, dropout, seed } = settings;
  const weights = counts.map((count) => count ** countPower);
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  const tokens = texts.map(tokenizeText);
  return trainSoftmax({
    rows: packRows(tokens, bits),
    targets,
    importance: weights.map((weight) => Math.min(mostImportant, weight / mean)),
    classes: categories.length,
    bits,
    dense: {
      values: embedAll(embedding, tokens),
      width: embeddedWidth(embedding),
      rate: embeddingRate,
    },
    dropout,
    epochs: textEpochs,
    rate: textRate,
    seed,
  });
}

/** The embedding has learned already what it brings, so that it is believed more readily than tokens. */
const embeddingRate = 1;

/** No text counts for more than so many average ones. */
const mostImportant = 20;

function trainAmounts(
  examples: readonly Example[],
  categories: readonly string[],
  base: Float32Array,
  { bits, amountEpochs, seed }: LinearSettings,
): SoftmaxWeights {
  const indexOf = new Map(categories.map((category, i) => [category, i]));
  const rows = examples.map(({ text, amount }) => {
    const hashes = amountTokens(wordsOf(text), amount);
    return { hashes, weights: hashes.map(() => amountTokenWeight) };
  });
  return trainSoftmax({
    rows: packRows(rows, bits),
    targets: examples.map(({ category }) => [[indexOf.get(category) ?? 0, 1]]),
    importance: new Float64Array(examples.length).fill(1),
    classes: categories.length,
    bits,
    base,
    epochs: amountEpochs,
    rate: 0.5,
    seed,
  });
}
