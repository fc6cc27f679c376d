import { errorScale } from '../../src/forecasting/intervals/error-scale.ts';
import type { ErrorBounds, StepErrors } from '../../src/forecasting/intervals/interval-table.ts';
import { toLink } from '../../src/forecasting/intervals/link.ts';
import { medianPath } from '../../src/forecasting/median-path.ts';
import { prepareSeries } from '../../src/forecasting/prepared-series.ts';
import { type Weighted, weightedQuantile } from '../../src/forecasting/quantiles.ts';
import type { Member } from '../../src/forecasting/series.ts';
import type { CalibrationWindow } from './calibration-windows.ts';

/** The errors of one forecast in scales of its series, by step: of the values, and of the means up to the step. */
export type WindowErrors = {
  readonly source: string;
  readonly value: readonly number[];
  readonly sum: readonly number[];
};

/** Forecasts a window as the product would and says how far off that was. */
export function errorsOf(
  { source, series, actual }: CalibrationWindow,
  members: readonly Member[],
): WindowErrors {
  const prepared = prepareSeries(series);
  const found = medianPath(prepared.series, actual.length, members);
  const path = {
    ...found,
    median: found.median.map((value) => (series.isNonNegative ? Math.max(0, value) : value)),
  };
  const scale = errorScale(prepared.series, path);
  const truth = actual.map((value) => value / prepared.unit);
  const off = (
    came: readonly number[],
    said: readonly number[],
    sizes: readonly number[],
  ): number[] =>
    came.map((value, step) => (toLink(value) - toLink(said[step] ?? 0)) / (sizes[step] ?? 1));
  return {
    source,
    value: off(truth, path.median, scale),
    sum: off(runningMeans(truth), runningMeans(path.median), runningMeans(scale)),
  };
}

/** The quantiles of errors at `step`, its neighbours included; every collection counts the same, however many windows it gave. */
export function stepErrors(errors: readonly WindowErrors[], step: number): StepErrors {
  const values = pooled(errors, 'value', step);
  const sums = step === 1 ? values : pooled(errors, 'sum', step);
  const median = step === 1 ? 0 : rounded(weightedQuantile(sums, 0.5));
  return { step, value: boundsOf(values, 0), sum: { ...boundsOf(sums, median), median } };
}

function pooled(errors: readonly WindowErrors[], kind: 'value' | 'sum', step: number): Weighted[] {
  const sizes = Map.groupBy(errors, ({ source }) => source);
  return errors.flatMap((one) => {
    const weight = 1 / (sizes.get(one.source)?.length ?? 1);
    return one[kind].slice(Math.max(0, step - 2), step + 1).map((value) => ({ value, weight }));
  });
}

/** Every interval holds the median, and those within it. */
function boundsOf(errors: readonly Weighted[], median: number): ErrorBounds {
  const pair = (percent: number): readonly [number, number] => {
    const tail = (1 - percent / 100) / 2;
    return [
      rounded(Math.min(median, weightedQuantile(errors, tail))),
      rounded(Math.max(median, weightedQuantile(errors, 1 - tail))),
    ];
  };
  return { 50: pair(50), 80: pair(80), 95: pair(95) };
}

const rounded = (value: number): number => Number(value.toFixed(3));

function runningMeans(values: readonly number[]): readonly number[] {
  let sum = 0;
  return values.map((value, step) => (sum += value) / (step + 1));
}
