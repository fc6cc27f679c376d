import type { Confidence } from './confidence.ts';
import { fitConfidence } from './fit-confidence.ts';

/** What memory and model said of a transaction that a person was asked about, and whether it was right. */
export type Answer = Claim & { readonly isRight: boolean };

/** How likely the first category was found, before any answer was reckoned with. */
export type Claim = {
  readonly probability: number;
  /** Whether the organization had decided about the merchant before. */
  readonly isKnown: boolean;
};

/** How sure suggestions may be of merchants that the organization knows, and of strangers. */
export type Recalibration = { readonly known: Confidence; readonly strangers: Confidence };

/** After so many answers about its kind (known or stranger), one counts for half: how often a model is right changes with what is bought. */
const halfLife = 300;
/** Those before have worn off to a thirtieth. */
const mostOfKind = 5 * halfLife;
/** More answers than this change nothing that could be seen. */
export const mostAnswers = 2 * mostOfKind;

/**
 * How sure suggestions of an organization may be, by what people answered when they were asked. It rests on nothing but answers: what was
 * sure enough to be taken without asking is corrected by chance and confirmed by nobody, so that neither corrections nor silence say how
 * many of those are right. The same answers give the same.
 * @param answers oldest first
 */
export const recalibrate = (answers: readonly Answer[]): Recalibration => ({
  known: fit(answers.filter(({ isKnown }) => isKnown)),
  strangers: fit(answers.filter(({ isKnown }) => !isKnown)),
});

/** What is used of a claim: the confidence of its kind. */
export const confidenceFor = ({ known, strangers }: Recalibration, isKnown: boolean): Confidence =>
  isKnown ? known : strangers;

function fit(answers: readonly Answer[]): Confidence {
  const latest = answers.slice(-mostOfKind);
  const trials = latest.map(({ probability, isRight }, index) => ({
    probability,
    familiarity: 0,
    isRight,
    weight: 2 ** ((index + 1 - latest.length) / halfLife),
  }));
  return fitConfidence(trials, 1);
}
