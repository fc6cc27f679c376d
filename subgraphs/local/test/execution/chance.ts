import { seededNumbers } from '@finflow/shared/seeded-numbers';

/** Numbers that look random and are the same for the same seed. */
export type Chance = {
  /** Below 1. */
  next(): number;
  /** Below `limit`, whole. */
  below(limit: number): number;
  /** True so often: 0.25 one time in four. */
  is(share: number): boolean;
  pick<T>(choices: readonly T[]): T;
};

export function chance(seed: string): Chance {
  let state = 2_166_136_261;
  for (let at = 0; at < seed.length; at += 1) {
    state = Math.imul(state ^ seed.charCodeAt(at), 16_777_619);
  }
  const next = seededNumbers(state);
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    is: (share) => next() < share,
    pick: <T>(choices: readonly T[]): T => {
      if (choices.length === 0) throw new Error('Nothing to choose from');
      return choices[below(choices.length)] as T; // One of them, undefined if that is one.
    },
  };
}
