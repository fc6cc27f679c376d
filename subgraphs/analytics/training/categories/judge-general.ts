import type { TextModel } from '../../src/categorizing/text-model.ts';
import type { KeptOut } from './calibrate-general.ts';
import type { Claim } from './calibration-error.ts';
import type { SourceText } from './sources.ts';

/** A claim, and how many categories were thought likelier than the one that was meant. */
export type JudgedText = Claim & { readonly rank: number };

/** A text and what it means most often. */
export function toKeptOut({ text, shares }: SourceText): KeptOut {
  const [label] = shares.reduce((most, share) => (share[1] > most[1] ? share : most));
  return { text, label };
}

export const predict = (model: TextModel, text: string): Float64Array =>
  model.predict({ text, amount: 0, date: '2020-01-01' });

export function judge(model: TextModel, keptOut: readonly KeptOut[]): JudgedText[] {
  return keptOut.map(({ text, label }) => {
    const probabilities = predict(model, text);
    const meant = probabilities[label] ?? 0;
    const rank = probabilities.filter((probability) => probability > meant).length;
    return { confidence: Math.max(...probabilities), isRight: rank === 0, rank };
  });
}

/** The shares of texts whose category is the first suggestion, and among the first three. */
export function hitRates(judged: readonly JudgedText[]) {
  const within = (rank: number): number =>
    judged.filter((each) => each.rank < rank).length / Math.max(1, judged.length);
  return { count: judged.length, first: within(1), firstThree: within(3) };
}
