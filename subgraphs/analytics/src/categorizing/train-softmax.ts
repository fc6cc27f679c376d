import { seededNumbers } from '@finflow/shared/seeded-numbers';
import { shuffle } from './shuffle.ts';
import { softmax } from './softmax.ts';
import type { SparseRows } from './sparse-rows.ts';

/** Shares of categories that an example should get: [category, share], adding up to 1. */
export type Target = readonly (readonly [category: number, share: number])[];

export type SoftmaxTask = {
  readonly rows: SparseRows;
  readonly targets: readonly Target[];
  /** How much each example counts. */
  readonly importance: Float64Array;
  readonly classes: number;
  readonly bits: number;
  /** Scores that the weights only add to, `classes` an example. */
  readonly base?: Float32Array;
  /** Dense inputs beside the sparse ones, `width` an example, which learn at a rate of their own. */
  readonly dense?: { readonly values: Float32Array; readonly width: number; readonly rate: number };
  /** The share of sparse inputs that an example is shown without, so that no one word is relied on alone. */
  readonly dropout?: number;
  readonly epochs: number;
  readonly rate: number;
  readonly seed: number;
};

export type SoftmaxWeights = {
  readonly classes: number;
  readonly bits: number;
  readonly bias: Float32Array;
  /** 2^bits rows of one weight a class. */
  readonly sparse: Float32Array;
  /** One row of weights a dense input. */
  readonly dense: Float32Array;
};

/**
 * Multinomial logistic regression by stochastic gradient descent with AdaGrad (Duchi, Hazan and Singer 2011), one step size a row
 * of weights. Plain loops over typed arrays: this is where training spends its time.
 */
export function trainSoftmax(task: SoftmaxTask): SoftmaxWeights {
  const state = startState(task);
  const random = seededNumbers(task.seed);
  const order = Int32Array.from({ length: task.rows.count }, (_, i) => i);
  for (let epoch = 0; epoch < task.epochs; epoch += 1) {
    shuffle(order, random);
    const pace = 1 - (0.95 * epoch) / task.epochs;
    for (const example of order) {
      showExample(task, state, example, random);
      scoreExample(task, state, example);
      const size = toGradient(task, state.gradient, example);
      if (size > negligible) step(task, state, { example, size, pace });
    }
  }
  return {
    classes: task.classes,
    bits: task.bits,
    bias: state.bias,
    sparse: state.sparse,
    dense: state.dense,
  };
}

const negligible = 1e-8;

type State = {
  readonly bias: Float32Array;
  readonly sparse: Float32Array;
  readonly dense: Float32Array;
  readonly sparseSteps: Float32Array;
  readonly denseSteps: Float32Array;
  /** The example's sparse inputs, with what it is shown without at zero. */
  readonly shown: Float32Array;
  /** The example's scores, then its gradient. */
  readonly gradient: Float64Array;
};

function startState({ rows, classes, bits, dense, targets, base }: SoftmaxTask): State {
  const width = dense?.width ?? 0;
  const bias = new Float32Array(classes);
  // Without other scores to start from, the weights start where every text has the categories' shares, halfway to equal ones.
  if (!base) bias.set(halfLogShares(targets, classes));
  return {
    bias,
    sparse: new Float32Array(2 ** bits * classes),
    dense: new Float32Array(width * classes),
    sparseSteps: new Float32Array(2 ** bits).fill(1e-6),
    denseSteps: new Float32Array(width).fill(1e-6),
    shown: new Float32Array(longestRow(rows)),
    gradient: new Float64Array(classes),
  };
}

function halfLogShares(targets: readonly Target[], classes: number): Float64Array {
  const shares = new Float64Array(classes).fill(1);
  for (const target of targets) {
    for (const [category, share] of target) shares[category] = (shares[category] ?? 0) + share;
  }
  return shares.map((share) => Math.log(share / (targets.length + classes)) / 2);
}

const longestRow = ({ starts, count }: SparseRows): number => {
  let longest = 0;
  for (let i = 0; i < count; i += 1)
    longest = Math.max(longest, (starts[i + 1] ?? 0) - (starts[i] ?? 0));
  return longest;
};

function showExample(
  { rows, dropout = 0 }: SoftmaxTask,
  { shown }: State,
  example: number,
  random: () => number,
): void {
  const start = rows.starts[example] ?? 0;
  const end = rows.starts[example + 1] ?? 0;
  for (let k = start; k < end; k += 1) {
    const isDropped = dropout > 0 && random() < dropout;
    shown[k - start] = isDropped ? 0 : (rows.weights[k] ?? 0) / (1 - dropout);
  }
}

function scoreExample(
  { rows, classes, base, dense }: SoftmaxTask,
  state: State,
  example: number,
): void {
  const { gradient: scores, sparse } = state;
  for (let c = 0; c < classes; c += 1)
    scores[c] = (state.bias[c] ?? 0) + (base?.[example * classes + c] ?? 0);
  const start = rows.starts[example] ?? 0;
  const end = rows.starts[example + 1] ?? 0;
  for (let k = start; k < end; k += 1) {
    const value = state.shown[k - start] ?? 0;
    if (value > 0) addScaled(scores, sparse, (rows.buckets[k] ?? 0) * classes, value);
  }
  if (!dense) return;
  for (let k = 0; k < dense.width; k += 1) {
    addScaled(scores, state.dense, k * classes, dense.values[example * dense.width + k] ?? 0);
  }
}

/** Turns scores into the gradient of the example's cross-entropy; gives its squared length. */
function toGradient(
  { targets, importance }: SoftmaxTask,
  gradient: Float64Array,
  example: number,
): number {
  softmax(gradient);
  for (const [category, share] of targets[example] ?? [])
    gradient[category] = (gradient[category] ?? 0) - share;
  const weight = importance[example] ?? 0;
  let size = 0;
  for (let c = 0; c < gradient.length; c += 1) {
    const part = (gradient[c] ?? 0) * weight;
    gradient[c] = part;
    size += part * part;
  }
  return size;
}

type Step = { readonly example: number; readonly size: number; readonly pace: number };

function step(
  { rows, classes, dense, rate: fullRate }: SoftmaxTask,
  state: State,
  { example, size, pace }: Step,
): void {
  const { gradient } = state;
  const rate = fullRate * pace;
  const start = rows.starts[example] ?? 0;
  const end = rows.starts[example + 1] ?? 0;
  for (let k = start; k < end; k += 1) {
    const value = state.shown[k - start] ?? 0;
    if (value === 0) continue;
    const bucket = rows.buckets[k] ?? 0;
    const factor = -rate * adaGrad(state.sparseSteps, bucket, value, size);
    addRow(state.sparse, bucket * classes, gradient, factor);
  }
  const width = dense?.width ?? 0;
  const denseRate = (dense?.rate ?? 0) * pace;
  for (let k = 0; k < width; k += 1) {
    const value = dense?.values[example * width + k] ?? 0;
    const factor = -denseRate * adaGrad(state.denseSteps, k, value, size);
    addRow(state.dense, k * classes, gradient, factor);
  }
  for (let c = 0; c < classes; c += 1)
    state.bias[c] = (state.bias[c] ?? 0) - rate * 0.01 * (gradient[c] ?? 0);
}

/** Notes a squared gradient and gives the input over the root of their sum. */
function adaGrad(steps: Float32Array, row: number, value: number, size: number): number {
  const sum = (steps[row] ?? 0) + value * value * size;
  steps[row] = sum;
  return value / Math.sqrt(sum);
}

function addScaled(
  scores: Float64Array,
  weights: Float32Array,
  start: number,
  factor: number,
): void {
  for (let c = 0; c < scores.length; c += 1)
    scores[c] = (scores[c] ?? 0) + factor * (weights[start + c] ?? 0);
}

function addRow(
  weights: Float32Array,
  start: number,
  gradient: Float64Array,
  factor: number,
): void {
  for (let c = 0; c < gradient.length; c += 1) {
    weights[start + c] = (weights[start + c] ?? 0) + factor * (gradient[c] ?? 0);
  }
}
