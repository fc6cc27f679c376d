import { sharpen } from './softmax.ts';

/** Probabilities that were predicted, and which category it was. */
export type Judged = { readonly probabilities: Float64Array; readonly label: number };

/** Mean of -log(probability of what it was): low is good. */
export function logLoss(judged: readonly Judged[]): number {
  const smallest = 1e-9;
  const sum = judged.reduce(
    (total, { probabilities, label }) => total - Math.log((probabilities[label] ?? 0) + smallest),
    0,
  );
  return sum / judged.length;
}

/**
 * The temperature that makes probabilities mean what they say (Guo et al. 2017, "On calibration of modern neural networks"), by
 * the log loss over judged predictions; 1 with fewer than 50 of them.
 */
export function fitTemperature(judged: readonly Judged[]): number {
  if (judged.length < fewest) return 1;
  const losses = temperatures.map((temperature) =>
    logLoss(
      judged.map(({ probabilities, label }) => ({
        probabilities: sharpen(probabilities.slice(), temperature),
        label,
      })),
    ),
  );
  return temperatures[losses.indexOf(Math.min(...losses))] ?? 1;
}

const fewest = 50;
const temperatures = [0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.45, 1.6, 1.8, 2, 2.3, 2.7, 3.2];
