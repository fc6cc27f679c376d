import { createCategorizer } from '../categorizing/categorizer.ts';
import { createMemory, type Decision } from '../categorizing/memory.ts';
import type { Transaction } from '../categorizing/purchase.ts';
import type { Choice, Suggestion } from '../categorizing/suggestion.ts';
import { plainModel } from './plain-model.ts';

/** What suggests categories to one organization, and which model it goes by. */
export type OrganizationCategorizer = {
  readonly modelVersion: string;
  /** Confidences and shares have four decimals: what is told and stored must be the same whoever computes it again. */
  readonly suggest: (transaction: Transaction) => Suggestion;
};

/**
 * The model and what the organization decided so far.
 * @param decisions in the order in which they were made
 */
export function categorizerOf(decisions: readonly Decision[]): OrganizationCategorizer {
  const model = plainModel;
  const memory = createMemory(model.categories);
  for (const decision of decisions) memory.learn(decision);
  const categorizer = createCategorizer({ globalModel: model, memory });
  return {
    modelVersion: model.version,
    suggest: (transaction) => rounded(categorizer.categorize(transaction)),
  };
}

const round = (share: number): number => Math.round(share * 10_000) / 10_000;

const roundedChoice = ({ category, confidence }: Choice): Choice => ({
  category,
  confidence: round(confidence),
});

const rounded = ({ alternatives, reasons, ...first }: Suggestion): Suggestion => ({
  ...roundedChoice(first),
  alternatives: alternatives.map(roundedChoice),
  reasons: reasons.map((reason) =>
    'share' in reason ? { ...reason, share: round(reason.share) } : reason,
  ),
});
