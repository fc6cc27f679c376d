import type { Grain, Series } from '../../src/forecasting/series.ts';

export function seriesOf(values: readonly number[], grain: Grain = 'MONTH'): Series {
  const start = grain === 'MONTH' ? '2021-01-01' : '2021-01-04';
  return { grain, start, values, isNonNegative: values.every((value) => !(value < 0)) };
}

/** Repeatable noise between -1 and 1 without a random number in a test. */
export function noise(index: number): number {
  const wave = Math.sin(index * 12.9898) * 43758.5453;
  return 2 * (wave - Math.floor(wave)) - 1;
}

/** Sales with a trend, a year and some noise. */
export const sales = (months: number): number[] =>
  Array.from(
    { length: months },
    (_, month) => 1000 + 5 * month + 200 * Math.sin((2 * Math.PI * month) / 12) + 30 * noise(month),
  );
