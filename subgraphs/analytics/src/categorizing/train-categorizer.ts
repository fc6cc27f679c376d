import { fitTemperature } from './calibrate.ts';
import type { Embedding } from './embedding.ts';
import { type LinearParts, linearModel } from './linear-model.ts';
import { defaultMemorySettings, type MemorySettings } from './memory-settings.ts';
import { sharpen } from './softmax.ts';
import type { Example } from './soft-labels.ts';
import { splitByTime } from './split-by-time.ts';
import { exactKey, wordsOf } from './normalize-text.ts';
import { defaultLinearSettings, type LinearSettings, trainLinear } from './train-linear.ts';
import { type HeldOut, tuneMemory } from './tune-memory.ts';

export type TrainingTask = {
  readonly examples: readonly Example[];
  readonly categories: readonly string[];
  readonly embedding: Embedding;
  readonly version: string;
  readonly settings?: LinearSettings;
};

export type TrainedCategorizer = { readonly parts: LinearParts; readonly memory: MemorySettings };

/** With fewer held-out decisions than this there is nothing to tune by. */
const fewestHeldOut = 50;

/**
 * An organization's own model and what its memory is worth. Both are tuned on the last tenth of the examples by time, with a model
 * that has not seen them; then the model is trained on all. The same examples, in any order within a day, give the same model.
 */
export function trainCategorizer(task: TrainingTask): TrainedCategorizer {
  const { examples, categories, embedding, version, settings = defaultLinearSettings } = task;
  const sorted = examples.toSorted(byDateThenContent);
  const tuned = tune(sorted, task, settings);
  const parts = trainLinear(sorted, categories, embedding, settings);
  return { parts: { ...parts, version, temperature: tuned.temperature }, memory: tuned.memory };
}

type Tuned = { readonly temperature: number; readonly memory: MemorySettings };

function tune(
  examples: readonly Example[],
  { categories, embedding, version }: TrainingTask,
  settings: LinearSettings,
): Tuned {
  const { earlier, later } = splitByTime(examples, 0.1);
  if (later.length < fewestHeldOut || earlier.length < fewestHeldOut) {
    return { temperature: 1, memory: defaultMemorySettings };
  }
  const parts = trainLinear(earlier, categories, embedding, settings);
  const model = linearModel({ ...parts, version, temperature: 1 }, embedding);
  const judged = later.map((example) => ({
    example,
    probabilities: model.predict(example),
    label: categories.indexOf(example.category),
  }));
  const temperature = fitTemperature(unknownTexts(judged, earlier));
  const calibrated = judged.map(({ probabilities, ...rest }) => ({
    ...rest,
    probabilities: sharpen(probabilities.slice(), temperature),
  }));
  return { temperature, memory: tuneMemory(earlier, calibrated, categories) };
}

/** A model is as sure as it should be on texts it was not trained on; of the others memory has its own say. */
function unknownTexts(judged: readonly HeldOut[], earlier: readonly Example[]): HeldOut[] {
  const known = new Set(earlier.map(({ text }) => exactKey(wordsOf(text))));
  return judged.filter(({ example }) => !known.has(exactKey(wordsOf(example.text))));
}

function byDateThenContent(a: Example, b: Example): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  if (a.text !== b.text) return a.text < b.text ? -1 : 1;
  if (a.amount !== b.amount) return a.amount - b.amount;
  return a.category < b.category ? -1 : Number(a.category > b.category);
}
