import type { LocalDate } from '@finflow/shared/local-date';
import { type Match, matches, memoryKeys } from './memory-keys.ts';
import { defaultMemorySettings, type MemorySettings } from './memory-settings.ts';
import { wordsOf } from './normalize-text.ts';
import { dayNumber, type Purchase } from './purchase.ts';
import { sharpen } from './softmax.ts';
import { type Counts, createTally, pullTowards, type Tally } from './tally.ts';

/** That a transaction is of a category, as a person said it or as the books stand. */
export type Decision = Purchase & {
  readonly category: string;
  /** The day it was decided, for people's decisions; that of the transaction for what the books say. */
  readonly decidedOn: LocalDate;
  readonly decidedBy: 'PERSON' | 'BOOKS';
};

/** What is remembered of one level, as it is worth on the day of the transaction. */
export type Recollection = { readonly match: Match; readonly counts: Counts };

export type Memory = {
  readonly categories: readonly string[];
  readonly settings: MemorySettings;
  /** How many decisions it has learned. */
  readonly size: () => number;
  /**
   * Takes in one decision, at once. A person's overrules what the same text was before; so decisions are to be learned in the order
   * in which they were made. @throws RangeError for a category that the memory was not made for
   */
  readonly learn: (decision: Decision) => void;
  /** What is remembered of a transaction, from the least alike to the most. */
  readonly recall: (purchase: Purchase) => readonly Recollection[];
};

/**
 * What an organization has decided, by text: counts that back off from the same text and amount to texts that begin alike. Of the
 * latter only people's decisions count: what the books say of similar texts a model has learned better from their words.
 */
export function createMemory(
  categories: readonly string[],
  settings = defaultMemorySettings,
): Memory {
  const indexOf = new Map(categories.map((category, i) => [category, i]));
  const tallies: Readonly<Record<Match, Map<string, Tally>>> = {
    SIMILAR_TEXT: new Map(),
    SAME_MERCHANT: new Map(),
    SAME_TEXT: new Map(),
    SIMILAR_AMOUNT: new Map(),
    SAME_AMOUNT: new Map(),
  };
  const tallyOf = (match: Match, key: string): Tally => {
    const tally = tallies[match].get(key) ?? createTally(settings.halfLifeDays);
    tallies[match].set(key, tally);
    return tally;
  };

  let size = 0;
  return {
    categories,
    settings,
    size: () => size,
    learn: ({ text, amount, category, decidedOn, decidedBy }) => {
      const index = indexOf.get(category);
      if (index === undefined) throw new RangeError(`No such category: ${category}`);
      size += 1;
      const keys = memoryKeys(wordsOf(text), amount);
      for (const match of matches) {
        if (match === 'SIMILAR_TEXT' && decidedBy === 'BOOKS') continue;
        const tally = tallyOf(match, keys[match]);
        if (decidedBy === 'PERSON' && match !== 'SIMILAR_TEXT') tally.overrule(index);
        tally.add(index, dayNumber(decidedOn), weightOf[decidedBy]);
      }
    },
    recall: ({ text, amount, date }) => {
      const keys = memoryKeys(wordsOf(text), amount);
      return matches.flatMap((match) => {
        const counts = tallies[match].get(keys[match])?.on(dayNumber(date));
        return counts ? [{ match, counts }] : [];
      });
    },
  };
}

const weightOf = { PERSON: 3, BOOKS: 1 } as const;

/** Whether something was decided about the merchant before. */
export const isMerchantKnown = (recollections: readonly Recollection[]): boolean =>
  recollections.some(({ match }) => match === 'SAME_MERCHANT');

/** Turns a model's probabilities into those after the organization's own decisions, in place. */
export function applyMemory(
  probabilities: Float64Array,
  recollections: readonly Recollection[],
  { strength, temperature }: MemorySettings,
): void {
  if (recollections.length === 0) return;
  for (const { match, counts } of recollections)
    pullTowards(probabilities, counts, strength[match]);
  sharpen(probabilities, temperature);
}
