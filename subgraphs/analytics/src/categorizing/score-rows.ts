import type { SoftmaxWeights } from './train-softmax.ts';

/** Adds to each category's score what a token weighs for it. */
export function addRow(
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

/** What a token weighs for a category, less the mean of all: a softmax feels differences only. */
export const tokenPreference = (
  { sparse, bits, classes }: SoftmaxWeights,
  hash: number,
  category: number,
): number => preference(sparse, (hash & (2 ** bits - 1)) * classes, classes, category);

/** The same of an input whose weights begin at `start`. */
export function preference(
  weights: Float32Array,
  start: number,
  classes: number,
  category: number,
): number {
  let sum = 0;
  for (let c = 0; c < classes; c += 1) sum += weights[start + c] ?? 0;
  return (weights[start + category] ?? 0) - sum / classes;
}
