import { seededNumbers } from '@finflow/shared/seeded-numbers';
import { shuffle } from '@finflow/analytics/categorizing/shuffle';
import { noWords } from '@finflow/analytics/categorizing/word-vectors';
import { runCategorizer } from './category-runs.ts';
import type { Trial } from './category-trials.ts';

/** Accuracy after training on labels that were dealt out anew, beside that of always naming the commonest: nothing may be left. */
export function shuffledLine({ train, test, categories }: Trial): string {
  const order = Int32Array.from(train, (_, i) => i);
  shuffle(order, seededNumbers(9));
  const dealt = train.map((example, i) => ({
    ...example,
    category: train[order[i] ?? i]?.category ?? example.category,
  }));
  const embedding = { version: 'none', width: 0, bits: 4, table: new Int8Array(0), words: noWords };
  const accuracies = runCategorizer({ train: dealt, test, categories }, embedding);
  const shares = categories.map(
    (name) => test.filter(({ category }) => category === name).length / test.length,
  );
  const commonest = Math.max(...shares).toFixed(3);
  return `${accuracies[1]?.accuracy.toFixed(3)} with labels shuffled; the commonest category has ${commonest} of the test`;
}
