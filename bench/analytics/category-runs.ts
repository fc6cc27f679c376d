import type { Embedding } from '@finflow/analytics/categorizing/embedding';
import { linearModel } from '@finflow/analytics/categorizing/linear-model';
import { applyMemory, createMemory, type Memory } from '@finflow/analytics/categorizing/memory';
import type { MemorySettings } from '@finflow/analytics/categorizing/memory-settings';
import { type Example, softLabels } from '@finflow/analytics/categorizing/soft-labels';
import type { TextModel } from '@finflow/analytics/categorizing/text-model';
import { trainCategorizer } from '@finflow/analytics/categorizing/train-categorizer';
import { byDate } from './by-date.ts';
import { trainLogistic } from './category-logistic.ts';
import { type Judged, type Scores, scoresOf } from './category-scores.ts';
import type { Trial } from './category-trials.ts';

export type Line = Scores & {
  readonly name: string;
  /** Of this process, in user mode: other processes on the machine change it little. */
  readonly trainingSeconds: number;
  readonly microsecondsEach: number;
};

/** The peer, on texts alone. */
export function runLogistic({ train, test, categories }: Trial): Line {
  const [predict, trainingSeconds] = timed(() => {
    const indexOf = new Map(categories.map((category, i) => [category, i]));
    return trainLogistic(softLabels(train, indexOf, Number.POSITIVE_INFINITY), categories.length);
  });
  const line = judge({ train, test, categories }, ({ text }) => predict(text));
  return { name: 'logistic regression', trainingSeconds, ...line };
}

export type Trained = { readonly model: TextModel; readonly memory: MemorySettings };

/** Ours, standing still while it is tested; and once more learning each label after it was predicted. */
export function runCategorizer(trial: Trial, embedding: Embedding): Line[] {
  const { test } = trial;
  const [trained, trainingSeconds] = timed(() => trainOurs(trial, embedding));
  const { model } = trained;
  const memory = remember(trial, trained);
  const alone = judge(trial, (example) => model.predict(example));
  const still = judge(trial, (example) => recall(model, memory, example));
  const learning = judge({ ...trial, test: test.toSorted(byDate) }, (example) => {
    const probabilities = recall(model, memory, example);
    memory.learn({ ...example, decidedOn: example.date, decidedBy: 'BOOKS' });
    return probabilities;
  });
  return [
    { name: 'words, n-grams, amounts', trainingSeconds, ...alone },
    { name: 'with memory', trainingSeconds, ...still },
    { name: 'told each label afterwards', trainingSeconds, ...learning },
  ];
}

export function trainOurs({ train, categories }: Trial, embedding: Embedding): Trained {
  const { parts, memory } = trainCategorizer({
    examples: train,
    categories,
    embedding,
    version: 'bench',
  });
  return { model: linearModel(parts, embedding), memory };
}

/** A memory of the training part. */
export function remember({ train, categories }: Trial, { memory: settings }: Trained): Memory {
  const memory = createMemory(categories, settings);
  for (const example of train.toSorted(byDate))
    memory.learn({ ...example, decidedOn: example.date, decidedBy: 'BOOKS' });
  return memory;
}

function recall(model: TextModel, memory: Memory, example: Example): Float64Array {
  const probabilities = model.predict(example);
  applyMemory(probabilities, memory.recall(example), memory.settings);
  return probabilities;
}

/** Scores of what `predict` says of the test part; merchants of the training part are known. */
export function judge(
  { train, test, categories }: Trial,
  predict: (example: Example) => Float64Array,
): Scores & { microsecondsEach: number } {
  const indexOf = new Map(categories.map((category, i) => [category, i]));
  const seen = new Set(train.map(({ text }) => merchantOf(text)));
  const [judged, seconds] = timed(() =>
    test.map((example): Judged => {
      const merchant = merchantOf(example.text);
      return {
        merchant,
        probabilities: predict(example),
        label: indexOf.get(example.category) ?? -1,
        isUnseen: !seen.has(merchant),
      };
    }),
  );
  return { ...scoresOf(judged), microsecondsEach: (seconds * 1e6) / Math.max(1, test.length) };
}

/** A merchant as research/ml counts them: letters and ampersands only. Not our own key, so that nobody draws the line where it suits. */
const merchantOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z&]+/g, ' ')
    .trim();

export function timed<T>(act: () => T): [T, seconds: number] {
  const begin = process.cpuUsage().user;
  const result = act();
  return [result, (process.cpuUsage().user - begin) / 1e6];
}
