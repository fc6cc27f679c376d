import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { readPastDecisions } from '../read-past-decisions.ts';
import { fewestDecisions, newDecisions } from './when-due.ts';

/** A training that came to its end, and how its model did on decisions that it had not seen. */
export type CategoryTrial = {
  readonly at: Date;
  readonly exampleCount: number;
  /** Shares of the latest tenth that were suggested right, by the new model and by the general one. */
  readonly accuracy: number;
  readonly accuracyBefore: number;
  /** Whether it was better, and used from then on. */
  readonly isBetter: boolean;
};

export type TrainingProgress = {
  readonly state: 'COLLECTING' | 'UNDER_WAY' | 'FAILED';
  /** So many more decisions of people, and a model is trained. */
  readonly decisionsToGo: number;
  readonly lastTrial: CategoryTrial | null;
};

type Row = {
  readonly newCount: number;
  readonly hasFailed: boolean;
};

/** How an organization's own model is coming along. */
export async function readTrainingProgress(em: SqlEntityManager): Promise<TrainingProgress> {
  const [[row], past, lastTrial] = await Promise.all([
    em.execute<Row[]>(readProgress),
    readPastDecisions(em),
    readLastTrial(em),
  ]);
  const newToGo = newDecisions - (row?.newCount ?? 0);
  const decisionsToGo = Math.max(0, newToGo, fewestDecisions - past.length);
  return { state: stateOf(decisionsToGo, row?.hasFailed ?? false), decisionsToGo, lastTrial };
}

function stateOf(decisionsToGo: number, hasFailed: boolean): TrainingProgress['state'] {
  if (decisionsToGo > 0) return 'COLLECTING';
  return hasFailed ? 'FAILED' : 'UNDER_WAY';
}

const readProgress = `
  select count(*)::int as "newCount",
    exists (select from category_training_failure) as "hasFailed"
  from category_decision where decided_by = 'PERSON' and number > coalesce(
    (select decision_number from category_model_change order by revision desc limit 1), 0)`;

type TrialRow = Omit<CategoryTrial, 'at'> & { readonly at: string };

async function readLastTrial(em: SqlEntityManager): Promise<CategoryTrial | null> {
  const [row] = await em.execute<TrialRow[]>(
    `select to_json(changed_at) #>> '{}' as at, example_count as "exampleCount", accuracy,
       accuracy_before as "accuracyBefore", reason = 'TRAINED' as "isBetter"
     from category_model_change where example_count is not null
     order by revision desc limit 1`,
  );
  return row ? { ...row, at: new Date(row.at) } : null;
}
