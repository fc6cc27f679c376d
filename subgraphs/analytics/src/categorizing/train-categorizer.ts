import { blend } from './blend.ts';
import { fitTemperature, type Judged } from './calibrate.ts';
import { chooseTextRate } from './choose-text-rate.ts';
import type { Embedding } from './embedding.ts';
import { type LinearParts, linearModel } from './linear-model.ts';
import { defaultMemorySettings, type MemorySettings } from './memory-settings.ts';
import type { Example } from './soft-labels.ts';
import { splitByTime } from './split-by-time.ts';
import { hideMerchants, merchantOf } from './strangers.ts';
import type { TextModel } from './text-model.ts';
import { defaultLinearSettings, type LinearSettings, trainLinear } from './train-linear.ts';
import { tuneMemory } from './tune-memory.ts';

export type TrainingTask = {
  readonly examples: readonly Example[];
  readonly categories: readonly string[];
  readonly embedding: Embedding;
  readonly version: string;
  readonly settings?: LinearSettings;
  /** What the own model will be blended with when it is used: what memory is worth beside the two is fitted on the blend. */
  readonly general?: TextModel;
};

export type TrainedCategorizer = { readonly parts: LinearParts; readonly memory: MemorySettings };

/** With fewer held-out decisions than this there is nothing to tune by. */
const fewestHeldOut = 50;

/**
 * An organization's own model and what its memory is worth. Both are tuned with a model that has seen neither the last tenth of the
 * examples by time nor a fifth of the merchants; then the model is trained on all. The same examples, in any order within a day, give the
 * same model.
 */
export function trainCategorizer(task: TrainingTask): TrainedCategorizer {
  const { examples, categories, embedding, version } = task;
  const sorted = examples.toSorted(byDateThenContent);
  const { settings, temperature, memory } = tune({ ...task, examples: sorted });
  const parts = trainLinear({ examples: sorted, categories, embedding, settings });
  return { parts: { ...parts, version, temperature }, memory };
}

type Tuned = {
  readonly settings: LinearSettings;
  readonly temperature: number;
  readonly memory: MemorySettings;
};

function tune(task: TrainingTask): Tuned {
  const { examples, categories, embedding, settings = defaultLinearSettings } = task;
  const { earlier, later } = splitByTime(examples, 0.1);
  const { shown, strangers } = hideMerchants(earlier, later);
  if (strangers.length < fewestHeldOut || shown.length < fewestHeldOut)
    return { settings, temperature: 1, memory: defaultMemorySettings };
  const linear = { examples: shown, categories, embedding, settings };
  const { rate, parts } = chooseTextRate(linear, strangers);
  const { model, temperature } = calibrate(task, parts, strangers);
  const met = new Set(shown.map(merchantOf));
  const judged = later
    .filter((example) => met.has(merchantOf(example)))
    .map((example) => ({ example, ...judge(model, example, categories) }));
  const memory =
    judged.length < fewestHeldOut ? defaultMemorySettings : tuneMemory(shown, judged, categories);
  return { settings: { ...settings, textRate: rate }, temperature, memory };
}

/** The model as it will be used, and its own part's temperature, fitted on merchants that it never met. */
function calibrate(
  { examples, categories, embedding, version, general }: TrainingTask,
  parts: Omit<LinearParts, 'version' | 'temperature'>,
  strangers: readonly Example[],
): { readonly model: TextModel; readonly temperature: number } {
  const open = linearModel({ ...parts, version, temperature: 1 }, embedding);
  const temperature = fitTemperature(strangers.map((each) => judge(open, each, categories)));
  const own = linearModel({ ...parts, version, temperature }, embedding);
  return { temperature, model: general ? blend(general, own, examples.length) : own };
}

const judge = (model: TextModel, example: Example, categories: readonly string[]): Judged => ({
  probabilities: model.predict(example),
  label: categories.indexOf(example.category),
});

function byDateThenContent(a: Example, b: Example): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  if (a.text !== b.text) return a.text < b.text ? -1 : 1;
  if (a.amount !== b.amount) return a.amount - b.amount;
  return a.category < b.category ? -1 : Number(a.category > b.category);
}
