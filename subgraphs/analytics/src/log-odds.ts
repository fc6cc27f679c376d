/** The probability for log odds. */
export const sigmoid = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** The log odds of a probability, from 0 to 1; those of 0.0001 and of 0.9999 are the farthest. */
export function logOddsOf(probability: number): number {
  const bounded = Math.min(1 - farthest, Math.max(farthest, probability));
  return Math.log(bounded / (1 - bounded));
}

const farthest = 1e-4;
