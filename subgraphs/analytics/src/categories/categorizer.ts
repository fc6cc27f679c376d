import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { createCategorizer } from '../categorizing/categorizer.ts';
import { globalModel } from '../categorizing/global-model.ts';
import { createMemory } from '../categorizing/memory.ts';
import type { Transaction } from '../categorizing/purchase.ts';
import type { Choice, Suggestion } from '../categorizing/suggestion.ts';
import { readOwnModel } from './model/own-model.ts';
import { readPastDecisions } from './read-past-decisions.ts';

/** What suggests categories to one organization, and which model it goes by. */
export type OrganizationCategorizer = {
  readonly modelVersion: string;
  /** Confidences and shares have four decimals: what is told and stored must be the same whoever computes it again. */
  readonly suggest: (transaction: Transaction) => Suggestion;
};

/** After so many the event loop has a turn: others are served meanwhile. */
const perTurn = 100;

/** The model that the organization in which this runs uses, and what its people decided so far. */
export async function readCategorizer(em: SqlEntityManager): Promise<OrganizationCategorizer> {
  const [decisions, own] = await Promise.all([readPastDecisions(em), readOwnModel(em)]);
  const general = globalModel();
  const memory = createMemory(general.categories, own?.memory);
  for (const [index, decision] of decisions.entries()) {
    if (index % perTurn === perTurn - 1) await nextTurn();
    memory.learn(decision);
  }
  const parts = { globalModel: general, memory, ...(own && { tenantModel: own.model }) };
  const { categorize } = createCategorizer(parts);
  return {
    modelVersion: (own?.model ?? general).version,
    suggest: (transaction) => rounded(categorize(transaction)),
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
