import type { LocalDate } from '@finflow/shared/local-date';
import { createTally, type Tally } from './tally.ts';
import { exactKey, merchantKey, stemKey, wordsOf } from './normalize-text.ts';
import { dayNumber, type Purchase } from './purchase.ts';

/** That a transaction is of a category, as a person said it or as the books stand. */
export type Decision = Purchase & {
  readonly category: string;
  /** The day it was decided, for people's decisions; that of the transaction for what the books say. */
  readonly decidedOn: LocalDate;
  readonly decidedBy: 'PERSON' | 'BOOKS';
};

/** How alike a remembered text is, from least to most. */
export const matches = ['SIMILAR_TEXT', 'SAME_MERCHANT', 'SAME_TEXT', 'SAME_AMOUNT'] as const;
export type Match = (typeof matches)[number];

export type Recollection = {
  readonly match: Match;
  /** How many decisions, undimmed. */
  readonly count: number;
  readonly lastDay: number;
  /** The category decided most of them. */
  readonly category: number;
};

export type MemorySettings = {
  /** Of each level: how many decisions the level below counts for. Low trusts the level itself soon. */
  readonly strength: Readonly<Record<Match, number>>;
  /** After so many days a decision counts for half. */
  readonly halfLifeDays: number;
};

export const defaultMemorySettings: MemorySettings = {
  strength: { SIMILAR_TEXT: 6, SAME_MERCHANT: 1.5, SAME_TEXT: 0.7, SAME_AMOUNT: 1 },
  halfLifeDays: 365,
};

export type Memory = {
  readonly categories: readonly string[];
  /**
   * Takes in one decision, at once. A person's overrules what the same text was before; so decisions are to be learned in the order
   * in which they were made. @throws RangeError for a category that the memory was not made for
   */
  readonly learn: (decision: Decision) => void;
  /** Turns probabilities, one a category, into those after the organization's own decisions, in place. */
  readonly recall: (purchase: Purchase, probabilities: Float64Array) => readonly Recollection[];
};

/** What an organization has decided, by text: counts that back off from the same text and amount to texts that begin alike. */
export function createMemory(
  categories: readonly string[],
  settings = defaultMemorySettings,
): Memory {
  const indexOf = new Map(categories.map((category, i) => [category, i]));
  const tallies: Record<Match, Map<string, Tally>> = {
    SIMILAR_TEXT: new Map(),
    SAME_MERCHANT: new Map(),
    SAME_TEXT: new Map(),
    SAME_AMOUNT: new Map(),
  };

  return {
    categories,
    learn: (decision) => {
      const category = indexOf.get(decision.category);
      if (category === undefined) throw new RangeError(`No such category: ${decision.category}`);
      const keys = keysOf(decision);
      const day = dayNumber(decision.decidedOn);
      for (const match of matches) {
        const tally = tallies[match].get(keys[match]) ?? createTally(settings.halfLifeDays);
        tallies[match].set(keys[match], tally);
        if (decision.decidedBy === 'PERSON' && match !== 'SIMILAR_TEXT') tally.overrule(category);
        tally.add(category, day, weightOf[decision.decidedBy]);
      }
    },
    recall: (purchase, probabilities) => {
      const keys = keysOf(purchase);
      const day = dayNumber(purchase.date);
      return matches.flatMap((match) => {
        const tally = tallies[match].get(keys[match]);
        if (!tally) return [];
        tally.mix(probabilities, day, settings.strength[match]);
        return [{ match, ...tally.summary() }];
      });
    },
  };
}

const weightOf = { PERSON: 3, BOOKS: 1 } as const;

function keysOf({ text, amount }: Purchase): Record<Match, string> {
  const words = wordsOf(text);
  const exact = exactKey(words);
  return {
    SIMILAR_TEXT: stemKey(words),
    SAME_MERCHANT: merchantKey(words),
    SAME_TEXT: exact,
    SAME_AMOUNT: `${exact} ${amount.toFixed(2)}`,
  };
}
