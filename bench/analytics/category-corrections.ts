import { linearModel } from '@finflow/analytics/categorizing/linear-model';
import { createMemory } from '@finflow/analytics/categorizing/memory';
import type { Example } from '@finflow/analytics/categorizing/soft-labels';
import type { TextModel } from '@finflow/analytics/categorizing/text-model';
import { readTask } from '@finflow/analytics/training/categories/read-sources';
import { readSources } from '@finflow/analytics/training/categories/sources';
import { trainEmbedding } from '@finflow/analytics/training/categories/train-embedding';
import { lessonsOf, trainGlobal } from '@finflow/analytics/training/categories/train-global';
import { inOurs } from './category-cross.ts';
import { recall } from './category-runs.ts';
import { best } from './category-scores.ts';

const organizations = ['harrogate-accounts', 'london-accounts', 'calderdale-by-time'];
const counts = [0, 10, 100, 1_000];

/**
 * A new organization with nothing but the global model, trained without it. Its purchases come by date; where the suggestion is
 * wrong a person corrects it, up to k times. Then its test part is categorized, without further corrections.
 */
export function correctionCurve(folder: string): string {
  const rows = organizations.map((name) => {
    const { train, test } = readTask(folder, name);
    const sources = readSources(folder, [name.split('-')[0] ?? name]);
    const embedding = trainEmbedding(sources, 'bench');
    const model = linearModel(trainGlobal(embedding, lessonsOf(sources), 'bench'), embedding);
    const past = inOurs(train).toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
    const accuracies = counts.map((count) => accuracyAfter(count, model, past, inOurs(test)));
    return `| ${[name, ...accuracies.map((value) => value.toFixed(3))].join(' | ')} |`;
  });
  return [
    `| corrections | ${counts.join(' | ')} |`,
    '| --- | ---: | ---: | ---: | ---: |',
    ...rows,
  ].join('\n');
}

function accuracyAfter(
  corrections: number,
  model: TextModel,
  past: readonly Example[],
  test: readonly Example[],
): number {
  const memory = createMemory(model.categories);
  const isRight = (example: Example) =>
    model.categories[best(recall(model, memory, example))] === example.category;
  let left = corrections;
  for (const example of past) {
    if (left === 0) break;
    if (isRight(example)) continue;
    memory.learn({ ...example, decidedOn: example.date, decidedBy: 'PERSON' });
    left -= 1;
  }
  return test.filter(isRight).length / test.length;
}
