import { seededNumbers } from '@finflow/shared/seeded-numbers';

/** Chance that comes out the same for the same seed, on every machine. Whole numbers only. */
export type Random = {
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** True in so many of a hundred cases. */
  chance(percent: number): boolean;
  /** One of them. */
  pick<T>(choices: readonly [T, ...T[]]): T;
};

export function createRandom(seed: number): Random {
  const next = seededNumbers(seed);
  const whole = () => next() * 2 ** 32; // Exact: a number of the stream is a whole one of 32 bits over 2^32.
  const between = (low: number, high: number) => low + (whole() % (high - low + 1));
  return {
    between,
    chance: (percent) => between(1, 100) <= percent,
    pick: (choices) => choices[between(0, choices.length - 1)] ?? choices[0],
  };
}
