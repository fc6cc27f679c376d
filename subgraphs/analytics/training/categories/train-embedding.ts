import { seededNumbers } from '@finflow/shared/seeded-numbers';
import type { Embedding } from '../../src/categorizing/embedding.ts';
import { shuffle } from '../../src/categorizing/shuffle.ts';
import { softmax } from '../../src/categorizing/softmax.ts';
import { packRows, type SparseRows } from '../../src/categorizing/sparse-rows.ts';
import { tokenizeText } from '../../src/categorizing/tokenize.ts';
import type { WordVectors } from '../../src/categorizing/word-vectors.ts';
import { quantize } from './quantize.ts';
import type { Source } from './sources.ts';

export type EmbeddingTask = {
  readonly sources: readonly Source[];
  /** Taken into the embedding as they are. */
  readonly words: WordVectors;
  readonly version: string;
};

export type EmbeddingSettings = {
  readonly bits: number;
  readonly width: number;
  readonly epochs: number;
  readonly seed: number;
};

export const defaultEmbeddingSettings: EmbeddingSettings = {
  bits: 16,
  width: 48,
  epochs: 7,
  seed: 3,
};

const rate = 0.5;
/** The share of tokens that an example is shown without, so that none is relied on alone. */
const dropped = 0.3;
/** A text counts by its number of purchases to this power. */
const countPower = 0.3;

/**
 * One vector a token such that from their sum each body's own softmax tells its labels: bodies differ in their accounts, but not in
 * what a merchant sells, so what their softmaxes share is that. Gradient descent with AdaGrad.
 */
export function trainEmbedding(
  { sources, words, version }: EmbeddingTask,
  settings = defaultEmbeddingSettings,
): Embedding {
  const lessons = sources.flatMap(({ texts }, source) =>
    texts.map((text) => ({ ...text, source })),
  );
  const rows = packRows(
    lessons.map(({ text }) => tokenizeText(text)),
    settings.bits,
  );
  const meanImportance =
    lessons.reduce((sum, { count }) => sum + count ** countPower, 0) / lessons.length;
  const state = startState(sources, settings);
  const random = seededNumbers(settings.seed);
  const order = Int32Array.from({ length: lessons.length }, (_, i) => i);
  for (let epoch = 0; epoch < settings.epochs; epoch += 1) {
    shuffle(order, random);
    const pace = rate * (1 - (0.9 * epoch) / settings.epochs);
    for (const i of order) {
      const lesson = lessons[i];
      const head = state.heads[lesson?.source ?? -1];
      if (!lesson || !head) continue;
      const shown = dropTokens(rows, i, random);
      sumVectors(state, shown);
      const importance = lesson.count ** countPower / meanImportance;
      learnHead(state, head, { shares: lesson.shares, importance, pace });
      learnTokens(state, shown, pace);
    }
  }
  const { width, bits } = settings;
  return { version, width, bits, table: quantize(state.table), words };
}

type Head = {
  readonly classes: number;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
  readonly steps: Float32Array;
};

type State = {
  readonly width: number;
  readonly table: Float32Array;
  readonly steps: Float32Array;
  readonly heads: readonly Head[];
  /** The example's sum of vectors, and the gradient of its loss by that sum. */
  readonly sum: Float64Array;
  readonly gradient: Float64Array;
};

function startState(sources: readonly Source[], { bits, width, seed }: EmbeddingSettings): State {
  const random = seededNumbers(seed + 1);
  return {
    width,
    table: new Float32Array(2 ** bits * width),
    steps: new Float32Array(2 ** bits).fill(1e-4),
    heads: sources.map(({ labels }) => ({
      classes: labels.length,
      weights: Float32Array.from({ length: labels.length * width }, () => (random() - 0.5) * 0.6),
      bias: new Float32Array(labels.length),
      steps: new Float32Array(labels.length).fill(1e-2),
    })),
    sum: new Float64Array(width),
    gradient: new Float64Array(width),
  };
}

type Shown = { readonly buckets: number[]; readonly weights: number[] };

function dropTokens(rows: SparseRows, example: number, random: () => number): Shown {
  const shown: Shown = { buckets: [], weights: [] };
  const end = rows.starts[example + 1] ?? 0;
  for (let k = rows.starts[example] ?? 0; k < end; k += 1) {
    if (random() < dropped) continue;
    shown.buckets.push(rows.buckets[k] ?? 0);
    shown.weights.push((rows.weights[k] ?? 0) / (1 - dropped));
  }
  return shown;
}

function sumVectors({ sum, table, width }: State, { buckets, weights }: Shown): void {
  sum.fill(0);
  for (let k = 0; k < buckets.length; k += 1) {
    const start = (buckets[k] ?? 0) * width;
    const weight = weights[k] ?? 0;
    for (let d = 0; d < width; d += 1) sum[d] = (sum[d] ?? 0) + weight * (table[start + d] ?? 0);
  }
}

type Lesson = {
  readonly shares: readonly (readonly [number, number])[];
  readonly importance: number;
  readonly pace: number;
};

/** A step of the body's softmax; leaves the gradient by the sum in the state. */
function learnHead(state: State, head: Head, { shares, importance, pace }: Lesson): void {
  const { width, sum, gradient } = state;
  const errors = new Float64Array(head.classes);
  for (let c = 0; c < head.classes; c += 1) {
    let score = head.bias[c] ?? 0;
    for (let d = 0; d < width; d += 1) score += (sum[d] ?? 0) * (head.weights[c * width + d] ?? 0);
    errors[c] = score;
  }
  softmax(errors);
  for (const [label, share] of shares) errors[label] = (errors[label] ?? 0) - share;
  gradient.fill(0);
  for (let c = 0; c < head.classes; c += 1) {
    const error = (errors[c] ?? 0) * importance;
    if (Math.abs(error) < 1e-5) continue;
    const squares = (head.steps[c] ?? 0) + error * error;
    head.steps[c] = squares;
    const step = (pace * error) / Math.sqrt(squares);
    for (let d = 0; d < width; d += 1) {
      const weight = head.weights[c * width + d] ?? 0;
      gradient[d] = (gradient[d] ?? 0) + error * weight;
      head.weights[c * width + d] = weight - 0.3 * step * (sum[d] ?? 0);
    }
    head.bias[c] = (head.bias[c] ?? 0) - 0.1 * step;
  }
}

function learnTokens(
  { gradient, width, table, steps }: State,
  { buckets, weights }: Shown,
  pace: number,
): void {
  const size = gradient.reduce((sum, part) => sum + part * part, 0) / width;
  if (size < 1e-9) return;
  for (let k = 0; k < buckets.length; k += 1) {
    const bucket = buckets[k] ?? 0;
    const weight = weights[k] ?? 0;
    const squares = (steps[bucket] ?? 0) + weight * weight * size;
    steps[bucket] = squares;
    const factor = (pace * weight) / Math.sqrt(squares);
    for (let d = 0; d < width; d += 1) {
      table[bucket * width + d] = (table[bucket * width + d] ?? 0) - factor * (gradient[d] ?? 0);
    }
  }
}
