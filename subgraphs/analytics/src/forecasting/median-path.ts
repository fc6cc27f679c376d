import { askMembers, backtestOrigins, type Said } from './backtest.ts';
import { combineOpinions } from './combine.ts';
import { meanAbsoluteError, naiveError } from './errors.ts';
import { seasonLength, testedHorizon } from './grains.ts';
import type { Member, Series } from './series.ts';
import { shortHistory } from './short-history.ts';
import { weighMembers } from './weights.ts';

/** Fewer values are continued by a rule instead of by models. */
const fewValues = 12;

export type MedianPath = {
  readonly median: readonly number[];
  /** How far members lie from the median, weighted: one figure a step. */
  readonly disagreement: readonly number[];
  readonly weights: readonly { readonly name: string; readonly weight: number }[];
  /** The same way of forecasting at earlier origins, newest first, beside what came. */
  readonly past: readonly {
    readonly known: number;
    readonly median: readonly number[];
    readonly actual: readonly number[];
  }[];
};

/**
 * The weighted median of the members for a prepared series; `horizon` is at least the tested one. Weights come from all origins together, so
 * what `past` shows was weighed with a little hindsight; forecasts in it were not.
 */
export function medianPath(
  series: Series,
  horizon: number,
  members: readonly Member[],
): MedianPath {
  const { values, grain } = series;
  const used =
    values.length < fewValues
      ? [shortHistory]
      : members.map((member) => member.settled?.(series) ?? member);
  const now = askMembers(used, series, { known: values.length, horizon });
  const checked = backtestOrigins(values.length, testedHorizon(grain)).map((origin) => ({
    known: origin.known,
    said: askMembers(used, series, origin),
    actual: values.slice(origin.known, origin.known + origin.horizon),
  }));
  const weights = weighMembers(
    used.map(({ name }) => name),
    checked,
    {
      grain,
      naiveError: naiveError(values, seasonLength(grain)),
      isHere: now.map((said) => said !== null),
    },
  );
  const median = combine(now, weights, horizon);
  return {
    median,
    disagreement: median.map((value, step) => spreadAround(value, now, { weights, step })),
    weights: used
      .map(({ name }, index) => ({ name, weight: weights[index] ?? 0 }))
      .filter(({ weight }) => weight > 0),
    past: checked.map(({ known, said, actual }) => ({
      known,
      actual,
      median: combine(said, weights, actual.length),
    })),
  };
}

/** Mean absolute error over the past; NaN without one. */
export function pastError({ past }: Pick<MedianPath, 'past'>): number {
  const steps = past.reduce((sum, { actual }) => sum + actual.length, 0);
  return (
    past.reduce(
      (sum, { median, actual }) => sum + meanAbsoluteError(median, actual) * actual.length,
      0,
    ) / steps
  );
}

const combine = (said: Said, weights: readonly number[], horizon: number): readonly number[] =>
  combineOpinions(
    said.flatMap((values, member) =>
      values === null ? [] : [{ values, weight: weights[member] ?? 0 }],
    ),
    horizon,
  );

function spreadAround(
  middle: number,
  said: Said,
  { weights, step }: { weights: readonly number[]; step: number },
): number {
  return said.reduce((sum, values, member) => {
    const value = values?.[step];
    return value === undefined ? sum : sum + (weights[member] ?? 0) * Math.abs(value - middle);
  }, 0);
}
