import { exactKey, wordsOf } from '../../src/categorizing/normalize-text.ts';
import { categories } from '../../src/categories/taxonomy.ts';
import { type Purchased, readMerchantNames, readTask, readTrainingOnly } from './read-sources.ts';
import { wellKnown } from './well-known.ts';

/** One body's texts, each with the shares of its labels. */
export type Source = {
  readonly name: string;
  readonly labels: readonly string[];
  readonly texts: readonly SourceText[];
};

export type SourceText = {
  readonly text: string;
  readonly count: number;
  readonly shares: readonly (readonly [label: number, share: number])[];
};

const splitTasks = [
  'birmingham-accounts',
  'leeds-accounts',
  'manchester-accounts',
  'london-accounts',
  'harrogate-accounts',
];
const trainingOnly = ['bradford-training-only', 'networkrail-training-only'];

/**
 * All bodies' training parts, without those of the bodies `except`. Of Calderdale, which has two splits, only what is for
 * training in both: merchants that are in neither's test, before 2021. Merchant category names count as a body of their own, and so do
 * the well-known names, whose labels are our categories.
 */
export function readSources(folder: string, except: readonly string[] = []): Source[] {
  const read: (readonly [string, () => readonly Purchased[]])[] = [
    [
      'calderdale',
      () =>
        readTask(folder, 'calderdale-unseen-merchants').train.filter(
          ({ date }) => date < '2021-01-01',
        ),
    ],
    ...splitTasks.map((name) => [name, () => readTask(folder, name).train] as const),
    ...trainingOnly.map((name) => [name, () => readTrainingOnly(folder, name)] as const),
    ['merchant category names', () => readMerchantNames(folder)],
  ];
  const bodies = read
    .filter(([name]) => !except.some((body) => name.startsWith(body)))
    .map(([name, rows]) => toSource(name, rows()));
  return [...bodies, { name: 'well-known names', labels: codes, texts: wellKnown(codes) }];
}

/** The default taxonomy's, in the order of their indices. */
export const codes: readonly string[] = categories.map(({ code }) => code);

/** How often a label counts as a text of its own: "electricity" is what an account of that name is about. */
const labelCount = 3;

export function toSource(name: string, rows: readonly Purchased[]): Source {
  const labels = [...new Set(rows.map(({ label }) => label))].sort();
  const indexOf = new Map(labels.map((label, i) => [label, i]));
  const counts = new Map<string, Map<number, number>>();
  const note = (text: string, label: string, count: number): void => {
    const key = exactKey(wordsOf(text));
    const of = counts.get(key) ?? new Map<number, number>();
    counts.set(key, of);
    const index = indexOf.get(label) ?? 0;
    of.set(index, (of.get(index) ?? 0) + count);
  };
  for (const { text, label } of rows) note(text, label, 1);
  for (const label of labels) note(label, label, labelCount);
  const texts = [...counts].map(([text, of]) => {
    const count = of.values().reduce((sum, n) => sum + n, 0);
    return { text, count, shares: [...of].map(([label, n]) => [label, n / count] as const) };
  });
  return { name, labels, texts };
}
