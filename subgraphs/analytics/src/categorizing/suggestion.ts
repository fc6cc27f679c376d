import type { Claim } from './recalibrate.ts';

/** A category and how likely it is: of all suggestions with confidence 0.8, about four in five are right. */
export type Choice = { readonly category: string; readonly confidence: number };

/** Why a category was suggested, strongest first. */
export type Reason =
  /** Words of the text (or its amount or date) that speak for the category; `share` of all that speaks for it, 0 to 1. */
  | { readonly kind: 'WORDS'; readonly words: readonly string[]; readonly share: number }
  | { readonly kind: 'AMOUNT'; readonly share: number }
  /** The text looks like such a category's, but no word of it that is known says so, and nothing else does. */
  | { readonly kind: 'WHOLE_NAME'; readonly category: string }
  /** The organization's own decisions about the same text, or about one like it. */
  | {
      readonly kind: 'PAST_DECISIONS';
      readonly match: 'SAME_TEXT' | 'SAME_MERCHANT' | 'SIMILAR_TEXT';
      readonly count: number;
      readonly lastDecidedOn: string;
    };

export type Suggestion = {
  readonly category: string;
  readonly confidence: number;
  /** What was said before people's answers were reckoned with: by it an answer tells how sure the next may be. */
  readonly claim: Claim;
  /** The three next likely ones, likeliest first; fewer only if there are fewer categories. */
  readonly alternatives: readonly Choice[];
  readonly reasons: readonly Reason[];
};

/** True when a suggestion may be taken without asking. @param threshold the organization's, 0 to 1 */
export const isConfident = ({ confidence }: Suggestion, threshold: number): boolean =>
  confidence >= threshold;
