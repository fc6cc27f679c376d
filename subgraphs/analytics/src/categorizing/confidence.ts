import { logOddsOf, sigmoid } from '../log-odds.ts';

/**
 * How often such suggestions are right: the log odds of it are `base`, and `odds` times the log odds of the likeliest category, and
 * `familiarity` times how familiar the text is (Platt 1999, "Probabilistic outputs for support vector machines", with a second sign).
 */
export type Confidence = {
  readonly base: number;
  readonly odds: number;
  readonly familiarity: number;
};

export const isConfidence = (value: unknown): value is Confidence =>
  typeof value === 'object' &&
  value !== null &&
  ['base', 'odds', 'familiarity'].every((key) => Number.isFinite(Reflect.get(value, key)));

/** Believes probabilities as they are. */
export const asGiven: Confidence = { base: 0, odds: 1, familiarity: 0 };

/** What can be seen of a suggestion before anybody knows whether it is right. */
export type Signs = {
  /** Of the likeliest category. */
  readonly probability: number;
  readonly familiarity: number;
};

/** The share of suggestions with such signs that are right, above 0 and below 1. */
export const confidenceOf = ({ base, odds, familiarity }: Confidence, signs: Signs): number =>
  sigmoid(base + odds * logOddsOf(signs.probability) + familiarity * signs.familiarity);

/**
 * Gives the likeliest category the confidence that such suggestions deserve, in place. The others share the rest as they did before, so
 * that all add up to 1 and their order stays; where that would put one of them before the likeliest, they get less, and all add up to
 * less than 1: what is missing is doubt that any of them is meant.
 */
export function applyConfidence(
  probabilities: Float64Array,
  confidence: Confidence,
  familiarity = 0,
): void {
  if (isAsGiven(confidence)) return;
  const first = likeliest(probabilities);
  const probability = probabilities[first] ?? 0;
  const sure = confidenceOf(confidence, { probability, familiarity });
  probabilities[first] = 0;
  const second = probabilities[likeliest(probabilities)] ?? 0;
  const rest = probabilities.reduce((sum, each) => sum + each, 0);
  const factor = second > 0 ? Math.min((1 - sure) / rest, (closest * sure) / second) : 0;
  for (let c = 0; c < probabilities.length; c += 1)
    probabilities[c] = (probabilities[c] ?? 0) * factor;
  probabilities[first] = sure;
}

const isAsGiven = ({ base, odds, familiarity }: Confidence): boolean =>
  base === asGiven.base && odds === asGiven.odds && familiarity === asGiven.familiarity;

/** No other category comes nearer to the likeliest than this share of it. */
const closest = 0.999;

/** The index of the largest; the first of equal ones. */
export function likeliest(probabilities: Float64Array): number {
  let most = 0;
  for (let c = 1; c < probabilities.length; c += 1) {
    if ((probabilities[c] ?? 0) > (probabilities[most] ?? 0)) most = c;
  }
  return most;
}
