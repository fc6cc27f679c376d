import type { Embedding } from '@finflow/analytics/categorizing/embedding';
import { globalWords } from '@finflow/analytics/categorizing/global-model';
import { linearModel } from '@finflow/analytics/categorizing/linear-model';
import type { Example } from '@finflow/analytics/categorizing/soft-labels';
import type { General } from '@finflow/analytics/categories/model/train-model';
import { categoryOfLabel } from '@finflow/analytics/training/categories/label-categories';
import { type Purchased, readTask } from '@finflow/analytics/training/categories/read-sources';
import { readSources, type Source } from '@finflow/analytics/training/categories/sources';
import { trainEmbedding } from '@finflow/analytics/training/categories/train-embedding';
import { generalLessons, trainGlobal } from '@finflow/analytics/training/categories/train-global';

/** What is trained on and what is tested. */
export type Trial = {
  readonly train: readonly Example[];
  readonly test: readonly Example[];
  readonly categories: readonly string[];
};

/** A task as its body books, by the split of whoever made it. */
export function readTrial(folder: string, name: string): Trial {
  const { train, test } = readTask(folder, name);
  return toTrial(train.map(toExample), test.map(toExample));
}

/** One organization's training part and another's test part, in our taxonomy. */
export type Crossing = { readonly name: string; readonly tasks: readonly [string, string] };

export const crossings: readonly Crossing[] = (
  [
    ['manchester-accounts', 'leeds-accounts'],
    ['birmingham-accounts', 'calderdale-by-time'],
    ['leeds-accounts', 'harrogate-accounts'],
  ] as const
).map((tasks) => ({ name: tasks.join(' to '), tasks }));

export const readCrossing = (folder: string, { tasks: [one, other] }: Crossing): Trial =>
  toTrial(inOurs(readTask(folder, one).train), inOurs(readTask(folder, other).test));

/** What is tested are the categories that occur in training: nobody can name another. */
function toTrial(train: readonly Example[], test: readonly Example[]): Trial {
  const categories = [...new Set(train.map(({ category }) => category))].sort();
  return { train, test: test.filter(({ category }) => categories.includes(category)), categories };
}

const toExample = ({ text, amount, date, label }: Purchased): Example => ({
  text,
  amount,
  date,
  category: label,
});

/** Purchases whose label means a category of ours. */
export const inOurs = (purchases: readonly Purchased[]): Example[] =>
  purchases.flatMap(({ label, text, amount, date }) => {
    const category = categoryOfLabel(label);
    return category ? [{ text, amount, date, category }] : [];
  });

/** The embedding that knows the bodies of all other tasks. */
export const embeddingWithout = (folder: string, tasks: readonly string[]): Embedding =>
  embeddingOf(sourcesWithout(folder, tasks));

/** The general model that knows the bodies of all other tasks, and its embedding. */
export function generalWithout(folder: string, task: string): General {
  const sources = sourcesWithout(folder, [task]);
  const embedding = embeddingOf(sources);
  const parts = trainGlobal(embedding, generalLessons(sources), 'bench');
  return { model: linearModel(parts, embedding), embedding };
}

const sourcesWithout = (folder: string, tasks: readonly string[]): readonly Source[] =>
  readSources(
    folder,
    tasks.map((task) => task.split('-')[0] ?? task),
  );

const embeddingOf = (sources: readonly Source[]): Embedding =>
  trainEmbedding({ sources, words: globalWords(), version: 'bench' });
