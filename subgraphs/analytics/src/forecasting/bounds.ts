import { median as medianOf } from './quantiles.ts';
import { type Interval, type IntervalPercent, type Intervals, intervalPercents } from './series.ts';

/** Widths of intervals as multiples of the scale of errors: where the shares of a normal error lie, widened for few origins. */
const multiples: Readonly<Record<IntervalPercent, number>> = { 50: 0.9, 80: 1.75, 95: 3.1 };

/** Intervals around the median that widen by the given scale of errors, one figure a step. Low bounds stop at `floor`. */
export function boundsAround(
  median: readonly number[],
  scales: readonly number[],
  floor: number,
): Intervals {
  const interval = (percent: IntervalPercent): Interval => {
    const width = scales.map((scale) => multiples[percent] * scale);
    return {
      low: median.map((value, step) => Math.max(floor, value - (width[step] ?? 0))),
      high: median.map((value, step) => Math.max(floor, value + (width[step] ?? 0))),
    };
  };
  const [narrow, middle, wide] = intervalPercents;
  return { [narrow]: interval(narrow), [middle]: interval(middle), [wide]: interval(wide) };
}

/** How far off forecasts are expected to be: the median of absolute errors, between what the past showed and what the naive forecast errs. */
export function errorScale(errors: readonly number[], naiveError: number): number {
  if (errors.length < 4) return naiveError;
  return (medianOf(errors.map(Math.abs)) + naiveError) / 2;
}
