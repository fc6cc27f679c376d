import { createCategorizer } from '@finflow/analytics/categorizing/categorizer';
import { globalModel } from '@finflow/analytics/categorizing/global-model';
import { createMemory } from '@finflow/analytics/categorizing/memory';
import type { TextModel } from '@finflow/analytics/categorizing/text-model';
import { madeUpNames } from '@finflow/analytics/training/categories/made-up-names';
import { readTask } from '@finflow/analytics/training/categories/read-sources';
import { taskNames } from './task-names.ts';

/**
 * How often a word is named as a reason, where any word may be and where only known ones are: of names that nobody has, which is a mistake, and of
 * the tasks' texts for training, each once.
 */
export function reasonShares(folder: string): string {
  const known = globalModel();
  const any = { ...known, knows: () => true };
  const row = (name: string, texts: readonly string[]): string =>
    `| ${[name, ...[any, known].map((model) => namedShare(model, texts).toFixed(3))].join(' | ')} |`;
  const tasks = taskNames.map((name) => {
    const { train } = readTask(folder, name);
    return row(name, [...new Set(train.map(({ text }) => text))]);
  });
  const names = madeUpNames(1_000, 99);
  return [
    '| | any word | known words |\n| --- | ---: | ---: |',
    row('1,000 made-up names', names),
    row(
      'a word of each',
      names.map((name) => name.split(' ')[0] ?? ''),
    ),
    ...tasks,
  ].join('\n');
}

function namedShare(model: TextModel, texts: readonly string[]): number {
  const memory = createMemory(model.categories);
  const { categorize } = createCategorizer({ globalModel: model, memory });
  const paid = {
    amountMinor: 990n,
    currency: 'GBP',
    date: '2026-05-04',
    direction: 'OUT',
  } as const;
  const named = texts.filter((text) =>
    categorize({ ...paid, text }).reasons.some(({ kind }) => kind === 'WORDS'),
  );
  return named.length / texts.length;
}
