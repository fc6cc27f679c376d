import { fitTemperature, type Judged, logLoss } from './calibrate.ts';
import { type LinearParts, textScores } from './linear-model.ts';
import { sharpen, softmax } from './softmax.ts';
import type { Example } from './soft-labels.ts';
import { tokenizeText } from './tokenize.ts';
import { addAmounts, labelTexts, type LinearTask, trainTexts } from './train-linear.ts';
import type { SoftmaxWeights } from './train-softmax.ts';

/** From believing each text readily to believing only what many say. Names that tell what a merchant sells want the first, opaque ones the last. */
const rates = [0.7, 0.4, 0.2];

/**
 * The rate at which texts teach most about strangers, by log loss once calibrated, and the model trained with it: organizations' names say
 * differently much.
 * @param strangers decisions about merchants that the task's examples know nothing of; fifty or more
 */
export function chooseTextRate(
  task: LinearTask,
  strangers: readonly Example[],
): { readonly rate: number; readonly parts: Omit<LinearParts, 'version' | 'temperature'> } {
  const labels = labelTexts(task);
  const tried = rates.map((rate) => {
    const text = trainTexts({ ...task, settings: { ...task.settings, textRate: rate } }, labels);
    return { rate, text, loss: calibratedLoss(judgeTexts(task, text, strangers)) };
  });
  const { rate, text } = tried.reduce((best, each) => (each.loss < best.loss ? each : best));
  return { rate, parts: addAmounts(task, labels, text) };
}

const judgeTexts = (
  { embedding, categories }: LinearTask,
  weights: SoftmaxWeights,
  examples: readonly Example[],
): Judged[] =>
  examples.map(({ text, category }) => ({
    probabilities: softmax(textScores(weights, embedding, tokenizeText(text))),
    label: categories.indexOf(category),
  }));

function calibratedLoss(judged: readonly Judged[]): number {
  const temperature = fitTemperature(judged);
  return logLoss(
    judged.map(({ probabilities, label }) => ({
      label,
      probabilities: sharpen(probabilities, temperature),
    })),
  );
}
