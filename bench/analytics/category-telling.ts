import { asGiven, confidenceOf, likeliest } from '@finflow/analytics/categorizing/confidence';
import { applyMemory, isMerchantKnown, type Memory } from '@finflow/analytics/categorizing/memory';
import {
  type Answer,
  confidenceFor,
  mostAnswers,
  type Recalibration,
  recalibrate,
} from '@finflow/analytics/categorizing/recalibrate';
import type { Example } from '@finflow/analytics/categorizing/soft-labels';
import { defaultThreshold } from '@finflow/analytics/categories/category-settings.entity';
import { calibrationError } from '@finflow/analytics/training/categories/calibration-error';
import { sameNumbers } from './purchases.ts';
import { byDate } from './by-date.ts';
import { remember, type Trained } from './category-runs.ts';
import type { Trial } from './category-trials.ts';

/** Which labels are told after they were predicted, and whether they say how sure the next suggestion may be. */
export type Way = {
  readonly name: string;
  readonly tells: 'NONE' | 'ALL' | 'QUEUE';
  readonly recalibrates: boolean;
};

export const ways: readonly Way[] = [
  { name: 'standing still', tells: 'NONE', recalibrates: false },
  { name: 'every label', tells: 'ALL', recalibrates: false },
  { name: 'every label, recalibrated', tells: 'ALL', recalibrates: true },
  { name: 'queue', tells: 'QUEUE', recalibrates: false },
  { name: 'queue, recalibrated', tells: 'QUEUE', recalibrates: true },
];

export type Told = {
  readonly accuracy: number;
  readonly calibrationError: number;
  readonly ofStrangers: number;
  /** The share below the threshold. */
  readonly askedShare: number;
  /** Of what is above it, the share that is right. */
  readonly takenRight: number;
  /** Of what was said with a confidence of 0.85 to 0.95, the share that is right. */
  readonly nearNine: number;
};

type Course = Trial & Trained & { readonly said: readonly Float64Array[] };
export type Outcome = Answer & { readonly confidence: number };

/** This share of what was taken wrongly is corrected. */
export const correctedShare = 0.5;
/** The product fits anew after each answer; here after so many, which takes less time. */
const fitEvery = 20;

/** What comes of a test part whose labels are told one after the other. */
export function tellAll(course: Course, way: Way): Told {
  const { test, categories, said, memory: settings } = course;
  const memory = remember(course, course);
  const sure = openRecalibration(way.recalibrates);
  const draw = sameNumbers(1);
  const outcomes: Outcome[] = [];
  for (const { example, place } of byDay(test)) {
    const probabilities = (said[place] ?? new Float64Array(categories.length)).slice();
    const recollections = memory.recall(example);
    applyMemory(probabilities, recollections, settings);
    const first = likeliest(probabilities);
    const answer = {
      probability: probabilities[first] ?? 0,
      isKnown: isMerchantKnown(recollections),
      isRight: categories[first] === example.category,
    };
    const outcome = { ...answer, confidence: sure.confidence(answer) };
    outcomes.push(outcome);
    const isCorrected = draw() < correctedShare && !outcome.isRight;
    if (way.tells === 'ALL' || (way.tells === 'QUEUE' && isAsked(outcome))) sure.hear(answer);
    if (isTaught(way, outcome, isCorrected)) teach(memory, example, way);
  }
  return summed(outcomes);
}

const isAsked = ({ confidence }: Outcome): boolean => confidence < defaultThreshold;

function isTaught({ tells }: Way, outcome: Outcome, isCorrected: boolean): boolean {
  if (tells === 'QUEUE') return isAsked(outcome) || isCorrected;
  return tells === 'ALL';
}

const teach = (memory: Memory, example: Example, { tells }: Way): void =>
  memory.learn({
    ...example,
    decidedOn: example.date,
    decidedBy: tells === 'QUEUE' ? 'PERSON' : 'BOOKS',
  });

function openRecalibration(isUsed: boolean) {
  const answers: Answer[] = [];
  let fitted: Recalibration = { known: asGiven, strangers: asGiven };
  return {
    confidence: ({ probability, isKnown }: Answer): number =>
      isUsed
        ? confidenceOf(confidenceFor(fitted, isKnown), { probability, familiarity: 0 })
        : probability,
    hear: (answer: Answer): void => {
      answers.push(answer);
      if (isUsed && answers.length % fitEvery === 0)
        fitted = recalibrate(answers.slice(-mostAnswers));
    },
  };
}

/** In the order of their days; within one as they stand. */
const byDay = (test: readonly Example[]) =>
  test.map((example, place) => ({ example, place })).sort((a, b) => byDate(a.example, b.example));

/** What came of suggestions, above and below the threshold. */
export function summed(outcomes: readonly Outcome[]): Told {
  const taken = outcomes.filter((outcome) => !isAsked(outcome));
  const near = outcomes.filter(({ confidence }) => confidence >= 0.85 && confidence < 0.95);
  return {
    accuracy: rightOf(outcomes),
    calibrationError: calibrationError(outcomes),
    ofStrangers: calibrationError(outcomes.filter(({ isKnown }) => !isKnown)),
    askedShare: 1 - taken.length / outcomes.length,
    takenRight: rightOf(taken),
    nearNine: rightOf(near),
  };
}

const rightOf = (outcomes: readonly Outcome[]): number =>
  outcomes.filter(({ isRight }) => isRight).length / outcomes.length;
