import { fitTemperature, type Judged } from '../../src/categorizing/calibrate.ts';
import type { Confidence } from '../../src/categorizing/confidence.ts';
import { type Embedding, familiarityOf } from '../../src/categorizing/embedding.ts';
import { fitConfidence, toTrial, type Trial } from '../../src/categorizing/fit-confidence.ts';
import { linearModel, type LinearParts } from '../../src/categorizing/linear-model.ts';
import { tokenizeText } from '../../src/categorizing/tokenize.ts';
import { madeUpNames } from './made-up-names.ts';

/** A text that neither the model nor its embedding has learned from, and the category that it means. */
export type KeptOut = { readonly text: string; readonly label: number };

/** How sure the general model may be of texts that it has not learned from. */
export type GeneralCalibration = {
  readonly temperature: number;
  readonly confidence: Confidence;
};

/** One made-up name for so many texts: enough to show what is unfamiliar, too few to make the model shy of what is not. */
const textsPerName = 10;

/**
 * Fits the temperature on texts; then, by how familiar each is, the confidence that its likeliest category deserves, on the texts and on
 * made-up names. Each name is said to mean what one of the texts does, since nothing can be known about it.
 */
export function calibrateGeneral(
  parts: LinearParts,
  embedding: Embedding,
  keptOut: readonly KeptOut[],
): GeneralCalibration {
  const temperature = fitTemperature(keptOut.map(judgeBy({ ...parts, temperature: 1 }, embedding)));
  const judge = judgeBy({ ...parts, temperature }, embedding);
  const names = madeUpNames(Math.floor(keptOut.length / textsPerName), 13).map((text, place) => ({
    text,
    label: keptOut[place * textsPerName]?.label ?? 0,
  }));
  const trials = [...keptOut, ...names].map((each): Trial => {
    const familiarity = familiarityOf(embedding, tokenizeText(each.text));
    return toTrial(judge(each), familiarity);
  });
  return { temperature, confidence: fitConfidence(trials) };
}

function judgeBy(parts: LinearParts, embedding: Embedding): (keptOut: KeptOut) => Judged {
  const model = linearModel(parts, embedding);
  return ({ text, label }) => ({
    label,
    probabilities: model.predict({ text, amount: 0, date: '2020-01-01' }),
  });
}
