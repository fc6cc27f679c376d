import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { createCategorizer } from '../categorizing/categorizer.ts';
import { globalModel } from '../categorizing/global-model.ts';
import { createMemory } from '../categorizing/memory.ts';
import { recalibrate } from '../categorizing/recalibrate.ts';
import type { Transaction } from '../categorizing/purchase.ts';
import type { Choice, Suggestion } from '../categorizing/suggestion.ts';
import { readOwnModel } from './model/own-model.ts';
import { readAnswers } from './read-answers.ts';
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
  const [decisions, own, answers] = await Promise.all([
    readPastDecisions(em),
    readOwnModel(em),
    readAnswers(em),
  ]);
  const general = globalModel();
  const memory = createMemory(general.categories, own?.memory);
  for (const [index, decision] of decisions.entries()) {
    if (index % perTurn === perTurn - 1) await nextTurn();
    memory.learn(decision);
  }
  const { categorize } = createCategorizer({
    globalModel: general,
    memory,
    recalibration: recalibrate(answers),
    ...(own && { tenantModel: own.model }),
  });
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

const rounded = ({ alternatives, reasons, claim, ...first }: Suggestion): Suggestion => ({
  ...roundedChoice(first),
  claim: { ...claim, probability: round(claim.probability) },
  alternatives: alternatives.map(roundedChoice),
  reasons: reasons.map((reason) =>
    'share' in reason ? { ...reason, share: round(reason.share) } : reason,
  ),
});
