import type { MedianPath } from '../median-path.ts';
import { type IntervalPercent, type Intervals, type Series } from '../series.ts';
import { errorScale } from './error-scale.ts';
import { errorsBeside } from './errors-at.ts';
import type { ErrorBounds, StepErrors } from './interval-table.ts';
import { fromLink, toLink } from './link.ts';
import { ownWidening } from './own-errors.ts';

export type CalibratedForecast = {
  readonly median: readonly number[];
  readonly intervals: Intervals;
  readonly runningSum: { readonly median: readonly number[]; readonly intervals: Intervals };
};

/**
 * Split conformal intervals (Papadopoulos et al. 2002; Lei et al. 2018): the errors that forecasts of many training series had at the
 * same step, in scales of their series, are put around the median of this one, widened or narrowed as its own past asks for. Values of a series that can't be negative stay at zero
 * or above. In units of the prepared series.
 */
export function calibrate(series: Series, path: MedianPath): CalibratedForecast {
  const floor = series.isNonNegative ? 0 : Number.NEGATIVE_INFINITY;
  const median = path.median.map((value) => Math.max(floor, value));
  const scale = errorScale(series, { ...path, median });
  const own = ownWidening(series, path, scale);
  const errorsAt = errorsBeside(series, own);
  const errors = scale.map((_, step) => errorsAt(step + 1));
  const value = bounds(
    intervalsOf(
      median,
      scale,
      errors.map((each) => each.value),
    ),
    floor,
  );
  return { median, intervals: value, runningSum: calibrateSums({ median, scale, errors, floor }) };
}

type Sums = {
  readonly median: readonly number[];
  readonly scale: readonly number[];
  readonly errors: readonly StepErrors[];
  readonly floor: number;
};

/** The mean up to each step is bounded on the link's scale and multiplied back. Scales are averaged the same way. */
function calibrateSums({ median, scale, errors, floor }: Sums): CalibratedForecast['runningSum'] {
  const means = runningMeans(median);
  const scales = runningMeans(scale);
  const summed = (values: readonly number[]): number[] =>
    values.map((value, step) => Math.max(floor, value) * (step + 1));
  const middle = means.map((value, step) =>
    fromLink(toLink(value) + (errors[step]?.sum.median ?? 0) * (scales[step] ?? 0)),
  );
  const around = intervalsOf(
    means,
    scales,
    errors.map((each) => each.sum),
  );
  return { median: summed(middle), intervals: mapIntervals(around, summed) };
}

function intervalsOf(
  middle: readonly number[],
  scale: readonly number[],
  errors: readonly ErrorBounds[],
): Intervals {
  const bound = (percent: IntervalPercent, side: 0 | 1): number[] =>
    middle.map((value, step) =>
      fromLink(toLink(value) + (errors[step]?.[percent][side] ?? 0) * (scale[step] ?? 0)),
    );
  const interval = (percent: IntervalPercent) => ({
    low: bound(percent, 0),
    high: bound(percent, 1),
  });
  return { 50: interval(50), 80: interval(80), 95: interval(95) };
}

const bounds = (intervals: Intervals, floor: number): Intervals =>
  mapIntervals(intervals, (values) => values.map((value) => Math.max(floor, value)));

/** Every bound of all intervals, turned. */
export const mapIntervals = (
  intervals: Intervals,
  map: (values: readonly number[]) => readonly number[],
): Intervals => {
  const both = (percent: IntervalPercent) => ({
    low: map(intervals[percent].low),
    high: map(intervals[percent].high),
  });
  return { 50: both(50), 80: both(80), 95: both(95) };
};

function runningMeans(values: readonly number[]): readonly number[] {
  let sum = 0;
  return values.map((value, step) => (sum += value) / (step + 1));
}
