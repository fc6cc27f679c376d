import { addPeriods, seasonLength } from './grains.ts';
import type { Series } from './series.ts';

/**
 * What members are given: no unknown values at the start or end, gaps filled, amounts near 1 whatever the currency, and mostly above zero. `unit`
 * is what one of the prepared values is worth: below zero for a series of costs, which errs downwards as sales do upwards; 0 where nothing
 * but zeros is known.
 */
export type PreparedSeries = {
  readonly series: Series;
  readonly unit: number;
};

export function prepareSeries(series: Series): PreparedSeries {
  const first = series.values.findIndex((value) => Number.isFinite(value));
  if (first < 0) return { series: { ...series, values: [] }, unit: 0 };
  const filled = withoutGaps(series.values.slice(first), seasonLength(series.grain));
  const size = filled.reduce((sum, value) => sum + Math.abs(value) / filled.length, 0);
  const unit = !series.isNonNegative && mean(filled) < 0 ? -size : size;
  const start = addPeriods(series.start, series.grain, first);
  return {
    series: { ...series, start, values: unit === 0 ? filled : filled.map((value) => value / unit) },
    unit,
  };
}

/** A gap is the mean of the same phase one season before and after, or what is nearest where neither is known. */
function withoutGaps(values: readonly number[], season: number): number[] {
  const filled = [...values];
  for (let index = 0; index < filled.length; index += 1) {
    if (Number.isFinite(filled[index])) continue;
    const around = [filled[index - season], values[index + season]].filter(isKnown);
    filled[index] =
      around.length > 0 ? mean(around) : nearest(values, index, filled[index - 1] ?? 0);
  }
  return filled;
}

function nearest(values: readonly number[], index: number, before: number): number {
  const after = values.slice(index).find(isKnown);
  return after === undefined ? before : (before + after) / 2;
}

const isKnown = (value: number | undefined): value is number =>
  value !== undefined && Number.isFinite(value);
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
