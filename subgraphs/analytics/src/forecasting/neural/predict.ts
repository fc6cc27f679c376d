import type { Series } from '../series.ts';
import type { OpenNet } from './forward.ts';
import { dayNumber } from './month-place.ts';
import { inputCount, middle, quantiles } from './net-shape.ts';
import { encodeWindow, type Past } from './window.ts';

/** One row a period, nearest first: the values at `quantiles`, rising. */
export type QuantileForecast = readonly (readonly number[])[];

/**
 * What nets of one shape say of a series, averaged quantile by quantile. Beyond their horizon they go on from their own medians,
 * and the quantiles there are too narrow. Null with fewer than four known values, or none in the window.
 */
export function predictQuantiles(
  nets: readonly OpenNet[],
  series: Pick<Series, 'start' | 'values' | 'isNonNegative'>,
  horizon: number,
): QuantileForecast | null {
  const values = [...series.values];
  const startDay = dayNumber(series.start);
  const rows: (readonly number[])[] = [];
  while (rows.length < horizon) {
    const next = predictOnce(
      nets,
      { values, startDay, from: 0, end: values.length },
      series.isNonNegative,
    );
    if (next === null) return null;
    rows.push(...next);
    values.push(...mediansOf(next));
  }
  return rows.slice(0, horizon);
}

export const mediansOf = (rows: QuantileForecast): number[] =>
  rows.map((row) => row[middle] ?? Number.NaN);

function predictOnce(
  nets: readonly OpenNet[],
  past: Past,
  isNonNegative: boolean,
): QuantileForecast | null {
  const [first] = nets;
  if (first === undefined) return null;
  const inputs = new Float32Array(inputCount(first.shape));
  const scale = encodeWindow(past, first.shape, inputs);
  if (scale === null) return null;
  const said = nets.map((net) => net.forward(inputs));
  const tell = (place: number): number => {
    const told = said.reduce((sum, numbers) => sum + (numbers[place] ?? 0), 0) / said.length;
    const value = scale.level + scale.spread * told;
    return isNonNegative ? Math.max(0, value) : value;
  };
  return Array.from({ length: first.shape.horizon }, (_, period) =>
    quantiles
      .map((_quantile, index) => tell(period * quantiles.length + index))
      .toSorted((a, b) => a - b),
  );
}
