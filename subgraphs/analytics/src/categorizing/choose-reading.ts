import { fitTemperature, type Judged, logLoss } from './calibrate.ts';
import { mixScores, type Readers, textScores } from './linear-model.ts';
import { rarityScores } from './rarity-reader.ts';
import { sharpen, softmax } from './softmax.ts';
import type { Example } from './soft-labels.ts';
import { tokenizeText } from './tokenize.ts';
import { labelTexts, type LinearTask, trainSecond, trainTexts } from './train-linear.ts';

/** From believing each text readily to believing only what many say. Names that tell what a merchant sells want the first, opaque ones the last. */
const rates = [0.7, 0.4, 0.2];
/** How much the second reader has to say: names differ in that, too. */
const shares = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6];

export type Reading = { readonly rate: number; readonly share: number; readonly readers: Readers };

/**
 * The rate at which texts teach most about strangers, then the share of the second reader, both by log loss once calibrated; and the readers
 * trained with them: organizations' names say differently much.
 * @param strangers decisions about merchants that the task's examples know nothing of; fifty or more
 */
export function chooseReading(task: LinearTask, strangers: readonly Example[]): Reading {
  const { embedding, categories } = task;
  const tokens = strangers.map(({ text }) => tokenizeText(text));
  const asked = strangers.map(({ category }) => categories.indexOf(category));
  const labels = labelTexts(task);
  const tried = rates.map((rate) => {
    const text = trainTexts({ ...task, settings: { ...task.settings, textRate: rate } }, labels);
    const scores = tokens.map((each) => textScores(text, embedding, each));
    return { rate, text, scores, loss: calibratedLoss(scores, asked) };
  });
  const { rate, text, scores } = tried.reduce(lessLoss);
  const second = trainSecond(task);
  const others = tokens.map((each) => rarityScores(second, each));
  const { share } = shares
    .map((each) => ({
      share: each,
      loss: calibratedLoss(
        scores.map((one, i) => mixScores(one, others[i] ?? one, each)),
        asked,
      ),
    }))
    .reduce(lessLoss);
  return {
    rate,
    share,
    readers: { text, second: share > 0 ? { ...second, share } : null },
  };
}

const lessLoss = <T extends { readonly loss: number }>(best: T, each: T): T =>
  each.loss < best.loss ? each : best;

function calibratedLoss(scores: readonly Float64Array[], asked: readonly number[]): number {
  const judged = scores.map(
    (each, i): Judged => ({ probabilities: softmax(each.slice()), label: asked[i] ?? -1 }),
  );
  const temperature = fitTemperature(judged);
  return logLoss(
    judged.map(({ probabilities, label }) => ({
      label,
      probabilities: sharpen(probabilities, temperature),
    })),
  );
}
