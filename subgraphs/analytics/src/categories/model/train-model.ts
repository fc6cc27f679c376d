import { blend } from '../../categorizing/blend.ts';
import type { Embedding } from '../../categorizing/embedding.ts';
import { globalEmbedding, globalModel } from '../../categorizing/global-model.ts';
import { linearModel } from '../../categorizing/linear-model.ts';
import { applyMemory, createMemory, type Decision } from '../../categorizing/memory.ts';
import { defaultMemorySettings, type MemorySettings } from '../../categorizing/memory-settings.ts';
import { encodeModel } from '../../categorizing/model-file.ts';
import { splitByTime } from '../../categorizing/split-by-time.ts';
import type { TextModel } from '../../categorizing/text-model.ts';
import { trainCategorizer } from '../../categorizing/train-categorizer.ts';
import { defaultLinearSettings } from '../../categorizing/train-linear.ts';

/** What a thread is given: an organization's decisions, in the order in which they were made. */
export type TrainingTask = { readonly decisions: readonly Decision[]; readonly version: string };

export type TrainingResult = {
  readonly exampleCount: number;
  /** Shares of the latest tenth that were suggested right, by the new model and by the general one; both with memory. */
  readonly accuracy: number;
  readonly accuracyBefore: number;
  /** Null when the new model was not better. */
  readonly trained: { readonly weights: Uint8Array; readonly memory: MemorySettings } | null;
};

/** What everybody begins with, and an own model has to beat. */
export type General = { readonly model: TextModel; readonly embedding: Embedding };

/** A table of 32,768 rows: 5,000 decisions have fewer words, and a hundred organizations fit in memory. */
const settings = { ...defaultLinearSettings, bits: 15 };

/**
 * Trains a model on an organization's decisions and says whether it is better than the general one: both are tried on the latest tenth,
 * which neither the model nor the memory beside it has seen. The same decisions give the same model.
 */
export function trainModel(
  { decisions, version }: TrainingTask,
  general: General = { model: globalModel(), embedding: globalEmbedding() },
): TrainingResult {
  const { earlier, later } = splitByTime(decisions, 0.1);
  const candidate = trainOn(earlier, version, general);
  const own = linearModel(candidate.parts, general.embedding);
  const blended = blend(general.model, own, earlier.length);
  const trial = { known: earlier, asked: later };
  const accuracy = accuracyOf(blended, { ...trial, memory: candidate.memory });
  const accuracyBefore = accuracyOf(general.model, { ...trial, memory: defaultMemorySettings });
  const result = { exampleCount: decisions.length, accuracy, accuracyBefore };
  if (accuracy <= accuracyBefore) return { ...result, trained: null };
  const { parts, memory } = trainOn(decisions, version, general);
  return { ...result, trained: { weights: encodeModel(parts), memory } };
}

const trainOn = (examples: readonly Decision[], version: string, { model, embedding }: General) =>
  trainCategorizer({
    examples,
    categories: model.categories,
    embedding,
    version,
    settings,
    general: model,
  });

type Trial = {
  readonly known: readonly Decision[];
  readonly asked: readonly Decision[];
  readonly memory: MemorySettings;
};

/** The share that would have been suggested right, four decimals. */
function accuracyOf(model: TextModel, { known, asked, memory: settingsOfMemory }: Trial): number {
  const memory = createMemory(model.categories, settingsOfMemory);
  for (const decision of known) memory.learn(decision);
  const right = asked.filter((decision) => {
    const probabilities = model.predict(decision);
    applyMemory(probabilities, memory.recall(decision), memory.settings);
    return (
      model.categories[probabilities.indexOf(Math.max(...probabilities))] === decision.category
    );
  });
  return Math.round((right.length / Math.max(1, asked.length)) * 10_000) / 10_000;
}
