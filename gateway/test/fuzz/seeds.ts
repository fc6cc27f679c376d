import type { Emphasis } from './model.ts';

/** Which random worlds a test makes, and how many operations it asks each. */
export type Fuzzing = {
  readonly seeds: readonly number[];
  readonly operations: number;
};

/**
 * A test's own worlds, the same each time; or more of it, or a fault seen elsewhere again:
 * `FUZZ_SEED=1000 FUZZ_WORLDS=500 FUZZ_OPERATIONS=100`.
 */
export function fuzzing(own: {
  readonly firstSeed: number;
  readonly worlds: number;
  readonly operations: number;
}): Fuzzing {
  const { FUZZ_SEED, FUZZ_WORLDS, FUZZ_OPERATIONS } = process.env;
  const firstSeed = Number(FUZZ_SEED ?? own.firstSeed);
  const worlds = Number(FUZZ_WORLDS ?? (FUZZ_SEED ? 1 : own.worlds));
  return {
    seeds: Array.from({ length: worlds }, (_, index) => firstSeed + index),
    operations: Number(FUZZ_OPERATIONS ?? own.operations),
  };
}

/** Where interface objects meet what else is tried: in every other world. */
export const emphasisOf = (seed: number): Emphasis =>
  seed % 2 === 0 ? 'interface objects' : 'none';
