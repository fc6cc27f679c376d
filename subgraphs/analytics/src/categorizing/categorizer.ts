import { addDays } from '@finflow/shared/local-date';
import { applyMemory, isMerchantKnown, type Memory, type Recollection } from './memory.ts';
import { blend } from './blend.ts';
import { applyConfidence } from './confidence.ts';
import { isEmptyWord } from './empty-words.ts';
import type { Match } from './memory-keys.ts';
import { toPurchase, type Purchase, type Transaction } from './purchase.ts';
import { type Claim, confidenceFor, type Recalibration } from './recalibrate.ts';
import type { Choice, Reason, Suggestion } from './suggestion.ts';
import type { Counts } from './tally.ts';
import type { Evidence, TextModel } from './text-model.ts';

export type Categorizer = { readonly categorize: (transaction: Transaction) => Suggestion };

export type CategorizerParts = {
  /** What is known of merchants in general. */
  readonly globalModel: TextModel;
  /** What the organization decided, at once. */
  readonly memory: Memory;
  /** A model trained on the organization's own decisions. The more there are, the less the global model has to say. */
  readonly tenantModel?: TextModel;
  /** How sure it may be, by what people answered; without it the model's own word holds. */
  readonly recalibration?: Recalibration;
};

/**
 * Suggests categories: a model's probabilities, pulled by the organization's own decisions about the same or similar texts.
 * @throws RangeError when the parts don't share one list of categories
 */
export function createCategorizer({
  globalModel,
  memory,
  tenantModel,
  recalibration,
}: CategorizerParts): Categorizer {
  const model = tenantModel ? blend(globalModel, tenantModel, memory.size()) : globalModel;
  assertSameCategories(model.categories, memory.categories);
  return {
    categorize: (transaction) => {
      const purchase = toPurchase(transaction);
      const probabilities = model.predict(purchase);
      const recollections = memory.recall(purchase);
      applyMemory(probabilities, recollections, memory.settings);
      const isKnown = isMerchantKnown(recollections);
      const claim = { probability: Math.max(...probabilities), isKnown };
      if (recalibration) applyConfidence(probabilities, confidenceFor(recalibration, isKnown));
      return suggest({ model, purchase, probabilities, recollections, claim });
    },
  };
}

type Judged = {
  readonly model: TextModel;
  readonly purchase: Purchase;
  readonly probabilities: Float64Array;
  readonly recollections: readonly Recollection[];
  readonly claim: Claim;
};

function suggest({ model, purchase, probabilities, recollections, claim }: Judged): Suggestion {
  const [first, ...others] = likeliest(probabilities, 4);
  if (first === undefined) throw new RangeError('There is no category to choose from');
  const choice = (i: number): Choice => ({
    category: model.categories[i] ?? '',
    confidence: probabilities[i] ?? 0,
  });
  const decided = recollections.filter(({ counts }) => mostDecided(counts) === first).at(-1);
  const best = choice(first);
  const evidence = model.explain(purchase, first);
  const said = textReasons(evidence, model.knows);
  const reasons = decided ? [pastDecisions(decided), ...said] : said;
  return {
    ...best,
    claim,
    alternatives: others.map(choice),
    reasons: reasons.length > 0 ? reasons : wholeName(evidence, best.category),
  };
}

/** Indices of the largest values, largest first; the lower index first where they tie. */
function likeliest(probabilities: Float64Array, count: number): number[] {
  const order = Array.from(probabilities.keys());
  return order
    .sort((a, b) => (probabilities[b] ?? 0) - (probabilities[a] ?? 0) || a - b)
    .slice(0, count);
}

const matchInWords: Readonly<Record<Match, Extract<Reason, { kind: 'PAST_DECISIONS' }>['match']>> =
  {
    SIMILAR_TEXT: 'SIMILAR_TEXT',
    SAME_MERCHANT: 'SAME_MERCHANT',
    SAME_TEXT: 'SAME_TEXT',
    SIMILAR_AMOUNT: 'SAME_TEXT',
    SAME_AMOUNT: 'SAME_TEXT',
  };

const pastDecisions = ({ match, counts }: Recollection): Reason => ({
  kind: 'PAST_DECISIONS',
  match: matchInWords[match],
  count: counts.decisions,
  lastDecidedOn: addDays('2000-01-01', counts.lastDay),
});

function mostDecided({ byCategory }: Counts): number | undefined {
  const most = byCategory.reduce((max, [, count]) => Math.max(max, count), 0);
  return byCategory.find(([, count]) => count === most)?.[0];
}

/** A word says something if it makes the category so many times likelier than the mean of all: e, as a logarithm. */
const leastScore = 1;

/** At most the three strongest of the known words that say something, and the amount where it says more than a tenth. */
function textReasons({ words, amountScore }: Evidence, knows: TextModel['knows']): Reason[] {
  const speaking = words.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
  const total = speaking.reduce((sum, { score }) => sum + score, Math.max(0, amountScore));
  if (total <= 0) return [];
  const top = speaking
    .filter(({ word, score }) => score >= leastScore && !isEmptyWord(word) && knows(word))
    .slice(0, 3);
  const reasons: Reason[] = [];
  if (top.length > 0) {
    const share = top.reduce((sum, { score }) => sum + score, 0) / total;
    reasons.push({ kind: 'WORDS', words: top.map(({ word }) => word), share });
  }
  if (amountScore > total / 10) reasons.push({ kind: 'AMOUNT', share: amountScore / total });
  return reasons;
}

/** What is left to say where no reason is: pieces of words may be like those of such names, and add up. */
function wholeName({ words }: Evidence, category: string): Reason[] {
  return words.some(({ score }) => score > 0) ? [{ kind: 'WHOLE_NAME', category }] : [];
}

function assertSameCategories(one: readonly string[], other: readonly string[]): void {
  if (one.join('\n') !== other.join('\n'))
    throw new RangeError('The model and the memory have different categories');
}
