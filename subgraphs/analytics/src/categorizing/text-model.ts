import type { Purchase } from './purchase.ts';

/** A trained model: what it knows is in its weights, and never changes. */
export type TextModel = {
  readonly version: string;
  readonly categories: readonly string[];
  /** Calibrated probabilities, one a category. */
  readonly predict: (purchase: Purchase) => Float64Array;
  /** What speaks for a category: each word's part of the score, and the amount's. Positive speaks for it. */
  readonly explain: (purchase: Purchase, category: number) => Evidence;
  /**
   * Whether the model has learned from a word, as `wordsOf` writes it, or knows what it means. The pieces of a word that nobody ever wrote
   * speak for something, too; such a word is no reason.
   */
  readonly knows: (word: string) => boolean;
};

export type Evidence = {
  readonly words: readonly { readonly word: string; readonly score: number }[];
  readonly amountScore: number;
};
