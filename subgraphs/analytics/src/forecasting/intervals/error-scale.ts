import { naiveError } from '../errors.ts';
import { seasonLength, testedHorizon } from '../grains.ts';
import type { MedianPath } from '../median-path.ts';
import type { Grain, Series } from '../series.ts';
import { growthOf } from './error-growth.ts';
import { toLink } from './link.ts';

/** What the errors of a forecast are measured in: one figure a step, on the link's scale. */
export type ErrorScale = readonly number[];

type Shares = { readonly naive: number; readonly past: number; readonly disagreement: number };

/**
 * The shares of three measures in a geometric mean: what a naive forecast errs, what this one erred, how members disagree. Near what a
 * regression of the logarithms of errors in training series gives. Where they add up to less than 1, a series twice as wild is not quite
 * twice as hard to foresee.
 */
const sharesOf: Readonly<Record<Grain, Shares>> = {
  MONTH: { naive: 0.3, past: 0.6, disagreement: 0.1 },
  WEEK: { naive: 0.3, past: 0.5, disagreement: 0.1 },
  DAY: { naive: 0.1, past: 0.8, disagreement: 0.1 },
};

/** How far the naive forecast looks back. A year of weeks is too much: few series have two, and the last week says more. */
const naiveLags: Readonly<Record<Grain, number>> = { MONTH: 12, WEEK: 1, DAY: 7 };

/** Nothing is foreseen better than to a thousandth of its size. */
const least = 1e-3;

/** How many errors the mean counts as, when few errors say how a weekday differs. */
const profileShrinkage = 2;

/**
 * The scale of errors of a prepared series. Without a past the naive forecast's error stands in for it; without that, half of the
 * values' size. It grows with the steps as the series itself wanders (`growthOf`). Days are scaled by weekday too: a shop that is closed on
 * Sundays is surely closed.
 */
export function errorScale(series: Series, path: MedianPath): ErrorScale {
  const linked = series.values.map(toLink);
  const naive = linked.length < 2 ? 0.5 : naiveError(linked, naiveLags[series.grain]);
  const errors = pastErrors(path);
  const past = errors.length > 0 ? mean(errors.map(({ size }) => size)) : naive;
  const spread = mean(
    path.median
      .slice(0, testedHorizon(series.grain))
      .map((value, step) => linkedSpread(value, path.disagreement[step] ?? 0)),
  );
  const shares = sharesOf[series.grain];
  const scale =
    (naive + least) ** shares.naive *
    (past + least) ** shares.past *
    (spread + least) ** shares.disagreement;
  const profile = series.grain === 'DAY' ? phaseProfile(errors, seasonLength(series.grain)) : [1];
  const growth = growthOf(linked, series.grain);
  return path.median.map(
    (_, step) => scale * growth(step + 1) * (profile[(linked.length + step) % profile.length] ?? 1),
  );
}

export type PastError = {
  readonly index: number;
  /** From its origin, 0 being the first. */
  readonly step: number;
  readonly size: number;
};

/** How far off the same way of forecasting was at earlier origins, on the link's scale. */
export const pastErrors = ({ past }: MedianPath): readonly PastError[] =>
  past.flatMap(({ known, median, actual }) =>
    actual.map((value, step) => ({
      index: known + step,
      step,
      size: Math.abs(toLink(value) - toLink(median[step] ?? 0)),
    })),
  );

/** The size of errors by phase of the season, over that of all. */
function phaseProfile(errors: readonly PastError[], season: number): readonly number[] {
  const all = mean(errors.map(({ size }) => size));
  if (!(all > 0)) return [1];
  return Array.from({ length: season }, (_, phase) => {
    const own = errors.filter(({ index }) => index % season === phase);
    const sum = own.reduce((total, { size }) => total + size, 0);
    return (sum + profileShrinkage * all) / (own.length + profileShrinkage) / all;
  });
}

const linkedSpread = (value: number, spread: number): number =>
  (toLink(value + spread) - toLink(value - spread)) / 2;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
