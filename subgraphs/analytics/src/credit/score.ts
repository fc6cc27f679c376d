import { behaviours, pointsFor } from './behaviours.ts';
import { type Books, salesOf } from './books.ts';
import { predictLogOdds } from './boosting/boost.ts';
import { explain } from './boosting/tree-shap.ts';
import { ratioModel } from './ratio-model.ts';
import { ratios, type Unit } from './ratios.ts';

const scoreBands = ['POOR', 'WEAK', 'FAIR', 'GOOD', 'EXCELLENT'] as const;
export type ScoreBand = (typeof scoreBands)[number];

/** What one figure adds to the score, or takes off. */
export type Factor = {
  readonly id: string;
  readonly name: string;
  readonly unit: Unit;
  /** NaN where it isn't known, infinite where it is divided by nothing. */
  readonly value: number;
  /** Against an ordinary business. */
  readonly points: number;
};

export type Score = {
  /** 0 to 1000. */
  readonly score: number;
  readonly band: ScoreBand;
  /** What an ordinary business has. With the points of all factors it makes the score. */
  readonly ordinaryScore: number;
  /** Those that move the score most first. */
  readonly factors: readonly Factor[];
};

/** Why there is no score. */
export type ScoreGap = {
  readonly code: 'TOO_LITTLE_HISTORY' | 'NO_SALES';
  readonly message: string;
};

const leastMonths = 3;
/** Points for each unit of log odds: the odds of lasting double with each 69 points. */
const pointsPerLogOdds = 100;
const mostRatioPoints = 600;

/** Why these books give no score; null when they do. */
export function gapIn(books: Books): ScoreGap | null {
  const { historyMonths } = books;
  if (historyMonths < leastMonths) {
    const found =
      historyMonths === 1 ? 'is 1 complete month' : `are ${historyMonths} complete months`;
    const message = `A score needs ${leastMonths} complete months of books. There ${found} so far.`;
    return { code: 'TOO_LITTLE_HISTORY', message };
  }
  if (salesOf(books) > 0n) return null;
  return {
    code: 'NO_SALES',
    message: 'A score needs sales. There are none in the last twelve months.',
  };
}

/** The score alone: ratios are worth 0 to 600 points, behaviour 0 to 400. */
export function scoreOf(books: Books): number {
  const earned = behaviours.map((behaviour) => pointsFor(behaviour, behaviour.of(books)));
  return Math.round(earned.reduce((sum, points) => sum + points, ratioPoints(books)));
}

/** The score with what each figure did to it. Of books without a gap. */
export function explainScore(books: Books): Score {
  const values = ratios.map((ratio) => ratio.of(books));
  const { byFeature } = explain(ratioModel().trees, orOrdinary(values));
  const score = scoreOf(books);
  const factors = [
    ...ratios.map(({ id, name, unit }, place) => {
      // Less risk is more points. Rounding to zero must not leave a minus.
      const points = Math.round(-pointsPerLogOdds * (byFeature[place] ?? 0)) + 0;
      return { id, name, unit, value: values[place] ?? Number.NaN, points };
    }),
    ...behaviours.map((behaviour) => {
      const { id, name, unit } = behaviour;
      const value = behaviour.of(books);
      const points = Math.round(pointsFor(behaviour, value) - behaviour.ordinaryPoints) + 0;
      return { id, name, unit, value, points };
    }),
  ].toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points));
  // Takes up what rounding and the ends of the scale left over, so that the parts make the whole.
  const ordinaryScore = score - factors.reduce((sum, { points }) => sum + points, 0);
  return { score, band: bandOf(score), ordinaryScore, factors };
}

export function bandOf(score: number): ScoreBand {
  if (score >= 750) return 'EXCELLENT';
  if (score >= 650) return 'GOOD';
  if (score >= 550) return 'FAIR';
  return score >= 400 ? 'WEAK' : 'POOR';
}

function ratioPoints(books: Books): number {
  const values = ratios.map((ratio) => ratio.of(books));
  const points = -pointsPerLogOdds * predictLogOdds(ratioModel().trees, orOrdinary(values));
  return Math.min(Math.max(points, 0), mostRatioPoints);
}

const orOrdinary = (values: readonly number[]): number[] =>
  values.map((value, place) => (Number.isNaN(value) ? (ratioModel().ordinary[place] ?? 0) : value));
