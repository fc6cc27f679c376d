import { logOddsOf, sigmoid } from '../log-odds.ts';
import type { Judged } from './calibrate.ts';
import { asGiven, type Confidence, likeliest, type Signs } from './confidence.ts';

/** A suggestion that was made, and what came of it. */
export type Trial = Signs & {
  readonly isRight: boolean;
  /** How much it counts; 1 where nothing is said. */
  readonly weight?: number;
};

export function toTrial({ probabilities, label }: Judged, familiarity = 0): Trial {
  const first = likeliest(probabilities);
  return { probability: probabilities[first] ?? 0, familiarity, isRight: first === label };
}

/** With fewer trials probabilities are believed as they are. */
const fewestTrials = 50;
/** What is known beforehand, that probabilities are to be believed as they are, counts as much as about so many trials. */
const prior = 10;
const rounds = 200;

/**
 * Fits how sure suggestions may be to what came of some that training has not seen, by Newton's steps, one weight after the other. What
 * it aims at are not 1 and 0 but what the counts allow to say (Platt 1999, section 2.2): few trials that are all right prove little.
 * Surer probabilities never become the less sure ones.
 */
export function fitConfidence(trials: readonly Trial[], fewest = fewestTrials): Confidence {
  if (trials.length < fewest) return asGiven;
  const right = weigh(trials.filter(({ isRight }) => isRight));
  const whenRight = (right + 1) / (right + 2);
  const whenWrong = 1 / (weigh(trials) - right + 2);
  const rows = trials.map(({ probability, familiarity, isRight, weight = 1 }) => ({
    signs: [1, logOddsOf(probability), familiarity],
    aim: isRight ? whenRight : whenWrong,
    weight,
  }));
  const weights = [...beforehand];
  for (let round = 0; round < rounds; round += 1) {
    const moved = beforehand.map((_, sign) => stepOne(rows, weights, sign));
    if (Math.max(...moved) < precision) break;
  }
  const [base = 0, odds = 1, familiarity = 0] = weights;
  return { base, odds, familiarity };
}

const weigh = (trials: readonly Trial[]): number =>
  trials.reduce((sum, { weight = 1 }) => sum + weight, 0);

const beforehand = [asGiven.base, asGiven.odds, asGiven.familiarity];
const precision = 1e-6;
/** Where all trials are very sure the loss is all but straight, and a step of Newton's would go anywhere. */
const longestStep = 0.5;

type Row = { readonly signs: readonly number[]; readonly aim: number; readonly weight: number };

/** One Newton's step of one weight, in place; gives how far it moved. */
function stepOne(rows: readonly Row[], weights: number[], sign: number): number {
  const before = weights[sign] ?? 0;
  let slope = prior * (before - (beforehand[sign] ?? 0));
  let bend = prior;
  for (const { signs, aim, weight } of rows) {
    const score = signs.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0);
    const probability = sigmoid(score);
    const value = signs[sign] ?? 0;
    slope += weight * (probability - aim) * value;
    bend += weight * probability * (1 - probability) * value * value;
  }
  const step = Math.min(longestStep, Math.max(-longestStep, slope / bend));
  const after = sign === oddsSign ? Math.max(0, before - step) : before - step;
  weights[sign] = after;
  return Math.abs(after - before);
}

const oddsSign = 1;
