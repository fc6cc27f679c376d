import { beforeAll, describe, expect, it } from '@jest/globals';
import { stat } from 'node:fs/promises';
import {
  forecastQuantiles,
  loadNeuralMember,
  loadNeuralNets,
  type NeuralNets,
} from '../../src/forecasting/neural/neural-member.ts';
import type { Grain, Member, Series } from '../../src/forecasting/series.ts';

const grains: readonly Grain[] = ['MONTH', 'WEEK', 'DAY'];

/** A rising line with a wave of `period`, as the figures of a growing seasonal business. */
const seasonal = (length: number, period: number): number[] =>
  Array.from({ length }, (_, at) => 1000 + 4 * at + 200 * Math.sin((2 * Math.PI * at) / period));

const seriesOf = (grain: Grain, values: readonly number[], isNonNegative = false): Series => ({
  grain,
  start: '2020-06-01',
  values,
  isNonNegative,
});

let member: Member;
let nets: NeuralNets;

beforeAll(async () => {
  member = await loadNeuralMember();
  nets = await loadNeuralNets();
});

const forecast = (series: Series, horizon: number): readonly number[] => {
  const values = member.forecast(series, horizon);
  if (values === null) throw new Error('The nets gave no forecast.');
  return values;
};

const periods: Readonly<Record<Grain, number>> = { MONTH: 12, WEEK: 52, DAY: 7 };
const errorOf = (values: readonly number[], actual: readonly number[]): number =>
  values.reduce((sum, value, at) => sum + Math.abs(value - (actual[at] ?? 0)), 0) / values.length;

describe('the weights', () => {
  it('take less than five megabytes together', async () => {
    const folder = new URL('../../models/forecast/', import.meta.url);
    const sizes = await Promise.all(
      grains.map(async (grain) => (await stat(new URL(`${grain.toLowerCase()}.bin`, folder))).size),
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(5_000_000);
  });
});

describe.each(grains)('the global nets for a %s', (grain) => {
  it('follow a season and a trend that the series shows', () => {
    const actual = seasonal(172, periods[grain]);
    const history = actual.slice(0, 160);
    const error = errorOf(forecast(seriesOf(grain, history), 12), actual.slice(160));
    const flat = errorOf(
      Array.from({ length: 12 }, () => history.at(-1) ?? 0),
      actual.slice(160),
    );
    expect(error).toBeLessThan(flat);
  });

  it('forecast the same business alike in cents and in millions', () => {
    const history = seasonal(60, 12);
    const small = forecast(seriesOf(grain, history), 6);
    const large = forecast(
      seriesOf(
        grain,
        history.map((value) => value * 1e6),
      ),
      6,
    );
    small.forEach((value, at) => expect((large[at] ?? 0) / 1e6 / value).toBeCloseTo(1, 4));
  });

  it('need four known values, wherever the gaps are', () => {
    const gap = Number.NaN;
    expect(member.forecast(seriesOf(grain, [100, 120, gap, 90]), 3)).toBeNull();
    const found = forecast(seriesOf(grain, [100, gap, 120, gap, gap, 90, 110]), 3);
    found.forEach((value) => expect(value).toBeGreaterThan(0));
    found.forEach((value) => expect(value).toBeLessThan(300));
  });

  it('leave a constant series as it is', () => {
    expect(
      forecast(
        seriesOf(
          grain,
          Array.from({ length: 20 }, () => 75),
        ),
        4,
      ),
    ).toEqual([75, 75, 75, 75]);
  });

  it('never say less than nothing where that makes no sense', () => {
    const falling = Array.from({ length: 24 }, (_, at) => 240 - 10 * at);
    const found = forecast(seriesOf(grain, falling, true), 40);
    expect(found).toHaveLength(40);
    found.forEach((value) => expect(value).toBeGreaterThanOrEqual(0));
  });

  it('take a series of negative values', () => {
    const found = forecast(
      seriesOf(
        grain,
        seasonal(60, 12).map((value) => -value),
      ),
      6,
    );
    found.forEach((value) => expect(value).toBeLessThan(0));
  });

  it('say quantiles that rise, with the forecast in the middle', () => {
    const series = seriesOf(grain, seasonal(60, 12));
    const rows = forecastQuantiles(nets, series, 6) ?? [];
    rows.forEach((row) => expect(row).toEqual(row.toSorted((a, b) => a - b)));
    expect(rows.map((row) => row[3])).toEqual(forecast(series, 6));
  });
});
