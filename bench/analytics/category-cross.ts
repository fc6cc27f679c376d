import { globalWords } from '@finflow/analytics/categorizing/global-model';
import { categoryOfLabel } from '@finflow/analytics/training/categories/label-categories';
import { type Purchased, readTask } from '@finflow/analytics/training/categories/read-sources';
import { readSources } from '@finflow/analytics/training/categories/sources';
import { trainEmbedding } from '@finflow/analytics/training/categories/train-embedding';
import type { Example } from '@finflow/analytics/categorizing/soft-labels';
import { type Line, runCategorizer, runLogistic, toTrial } from './category-runs.ts';

export const pairs = [
  ['manchester-accounts', 'leeds-accounts'],
  ['birmingham-accounts', 'calderdale-by-time'],
  ['leeds-accounts', 'harrogate-accounts'],
] as const;

/** One organization's model on another's purchases, both in our taxonomy; the embedding has seen neither. */
export function crossOrganizations(
  folder: string,
): { readonly name: string; readonly lines: readonly Line[] }[] {
  return pairs.map(([one, other]) => {
    const trial = toTrial(
      inOurs(readTask(folder, one).train),
      inOurs(readTask(folder, other).test),
    );
    const bodies = [one, other].map((name) => name.split('-')[0] ?? name);
    const embedding = trainEmbedding({
      sources: readSources(folder, bodies),
      words: globalWords(),
      version: 'bench',
    });
    const lines = [runLogistic(trial), ...runCategorizer(trial, embedding)];
    return { name: `\n${one} to ${other}`, lines };
  });
}

/** Purchases whose label means a category of ours. */
export const inOurs = (purchases: readonly Purchased[]): Example[] =>
  purchases.flatMap(({ label, text, amount, date }) => {
    const category = categoryOfLabel(label);
    return category ? [{ text, amount, date, category }] : [];
  });
