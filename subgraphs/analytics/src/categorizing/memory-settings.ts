import type { Match } from './memory-keys.ts';

export type MemorySettings = {
  /**
   * Of each level, how many decisions the levels below it count for: a low one is trusted after one decision, one of `never` never.
   */
  readonly strength: Readonly<Record<Match, number>>;
  /** After so many days a decision counts for half. */
  readonly halfLifeDays: number;
  /** Above 1 makes suggestions from memory less sure than its counts are; fitted on decisions that memory had not seen. */
  readonly temperature: number;
};

/** More decisions than there can be. A number that JSON has: settings are stored. */
export const never = 1e9;

/** For an organization with too few decisions to fit its own: one decision is enough to change a suggestion. */
export const defaultMemorySettings: MemorySettings = {
  strength: {
    SIMILAR_TEXT: 6,
    SAME_MERCHANT: 1.5,
    SAME_TEXT: 0.7,
    SIMILAR_AMOUNT: 2,
    SAME_AMOUNT: 0.7,
  },
  halfLifeDays: 365,
  temperature: 1,
};

export const sameStrength = (strength: number): Record<Match, number> => ({
  SIMILAR_TEXT: strength,
  SAME_MERCHANT: strength,
  SAME_TEXT: strength,
  SIMILAR_AMOUNT: strength,
  SAME_AMOUNT: strength,
});
