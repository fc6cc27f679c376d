import { describe, expect, it } from '@jest/globals';
import { seededNumbers } from '@finflow/shared/seeded-numbers';
import { calibrate } from '../../src/forecasting/intervals/calibrated-bounds.ts';
import { errorScale } from '../../src/forecasting/intervals/error-scale.ts';
import { errorTables } from '../../src/forecasting/intervals/error-tables.generated.ts';
import { evidenceOf } from '../../src/forecasting/intervals/interval-table.ts';
import { ownWidening } from '../../src/forecasting/intervals/own-errors.ts';
import type { MedianPath } from '../../src/forecasting/median-path.ts';
import { intervalPercents, type Series } from '../../src/forecasting/series.ts';
import { noise, seriesOf } from './support.ts';

const flat = (length: number, value: number): number[] => Array.from({ length }, () => value);
const noisy = (length: number): number[] =>
  flat(length, 1).map((value, index) => value + 0.1 * noise(index));

function pathOf(
  series: Series,
  { error, horizon = 12 }: { error: number; horizon?: number },
): MedianPath {
  const actual = flat(horizon, 1);
  return {
    median: flat(horizon, 1),
    disagreement: flat(horizon, error / 2),
    weights: [],
    past: [
      {
        known: series.values.length - horizon,
        actual,
        median: actual.map((value) => value + error),
      },
    ],
  };
}

const width = (series: Series, path: MedianPath, step = 0): number => {
  const { low, high } = calibrate(series, path).intervals[80];
  return (high[step] ?? 0) - (low[step] ?? 0);
};

describe('calibrated intervals', () => {
  const series = seriesOf(noisy(60));

  it('lie as far from the median as others erred at that step, in scales of the series', () => {
    const path = { ...pathOf(series, { error: 0.1 }), past: [] };
    const scale = errorScale(series, path)[0] ?? Number.NaN;
    const errors = errorTables.MONTH.plenty.find(({ step }) => step === 1)?.value;
    // All of its values lie on one side of zero, and their mean is not quite 1, which leans the bounds a little.
    const lean = series.values.reduce((sum, value) => sum + value, 0) / series.values.length;
    const { intervals } = calibrate(series, path);
    for (const percent of intervalPercents) {
      const [low, high] = errors?.[percent] ?? [Number.NaN, Number.NaN];
      const [straight, turned] = [(1 + lean) / 2, (1 - lean) / 2];
      const [below, above] = [straight * low - turned * high, straight * high - turned * low];
      expect(Math.asinh(intervals[percent].low[0] ?? 0)).toBeCloseTo(
        Math.asinh(1) + below * scale,
        9,
      );
      expect(Math.asinh(intervals[percent].high[0] ?? 0)).toBeCloseTo(
        Math.asinh(1) + above * scale,
        9,
      );
    }
  });

  it('are wider where the past was foreseen worse', () => {
    expect(width(series, pathOf(series, { error: 0.3 }))).toBeGreaterThan(
      2 * width(series, pathOf(series, { error: 0.05 })),
    );
  });

  it('lie in each other, with the median inside, as do those of the running sum', () => {
    const made = calibrate(series, pathOf(series, { error: 0.2, horizon: 20 }));
    for (const { median, intervals } of [made, made.runningSum]) {
      median.forEach((value, step) => {
        const lows = intervalPercents.map((percent) => intervals[percent].low[step] ?? Number.NaN);
        const highs = intervalPercents.map(
          (percent) => intervals[percent].high[step] ?? Number.NaN,
        );
        expect(
          [...lows.toReversed(), value, ...highs].every(
            (bound, index, all) => index === 0 || bound >= (all[index - 1] ?? bound) - 1e-9,
          ),
        ).toBe(true);
      });
    }
  });

  it('take on the shape of the own past, and leave days to the table', () => {
    const path = pathOf(series, { error: 0.2 });
    const often = { ...path, past: Array.from({ length: 20 }, () => path.past).flat() };
    const { 50: half, 95: most } = ownWidening(series, often, flat(12, 0.1));
    expect(half).toBeGreaterThan(1);
    expect(most).toBeLessThan(half);
    const days = { ...series, grain: 'DAY' } as const;
    expect(ownWidening(days, often, flat(12, 0.2))).toEqual({ 50: 1, 80: 1, 95: 1 });
    expect(ownWidening(series, { ...path, past: [] }, flat(12, 0.2))).toEqual({
      50: 1,
      80: 1,
      95: 1,
    });
  });

  it('widen with the steps where the series wanders, and hardly where it comes back', () => {
    const next = seededNumbers(7);
    const steady = flat(120, 1).map((value) => value + 0.1 * (next() - 0.5));
    let level = 1;
    const walk = seriesOf(steady.map((value) => (level += value - 1)));
    const widening = (one: Series): number => {
      const scale = errorScale(one, pathOf(one, { error: 0.1 }));
      return (scale.at(-1) ?? 0) / (scale[0] ?? 1);
    };
    expect(widening(walk)).toBeGreaterThan(1.3);
    expect(widening(seriesOf(steady))).toBeLessThan(1.15);
  });

  it('are no wider at a step because members disagree about later ones', () => {
    const path = pathOf(series, { error: 0.1, horizon: 30 });
    const [few, many] = [12, 30].map((steps) =>
      errorScale(series, {
        ...path,
        median: path.median.slice(0, steps),
        disagreement: path.disagreement.map((value, step) => (step < 12 ? value : 100 * value)),
      }),
    );
    expect(many?.slice(0, 12)).toEqual(few);
  });

  it('stay at zero or above where less makes no sense, and go below where it does', () => {
    const wild = pathOf(series, { error: 3 });
    expect(Math.min(...calibrate(series, wild).intervals[95].low)).toBe(0);
    expect(
      Math.min(...calibrate({ ...series, isNonNegative: false }, wild).intervals[95].low),
    ).toBeLessThan(0);
  });

  it('grow for the running sum slower than the sum of the intervals', () => {
    const { intervals, runningSum } = calibrate(series, pathOf(series, { error: 0.2 }));
    const summed = intervals[80].high.reduce(
      (sum, high, step) => sum + high - (intervals[80].low[step] ?? 0),
      0,
    );
    const last =
      (runningSum.intervals[80].high.at(-1) ?? 0) - (runningSum.intervals[80].low.at(-1) ?? 0);
    expect(last).toBeLessThan(summed);
    expect(runningSum.median[0]).toBeCloseTo(1, 9);
  });

  it('have a running sum whose median lies where the sums of others did', () => {
    const { runningSum } = calibrate(series, { ...pathOf(series, { error: 0.1 }), past: [] });
    const row = errorTables.MONTH.plenty.find(({ step }) => step === 12);
    const sums = row?.sum.median ?? Number.NaN;
    expect(Math.abs(sums)).toBeGreaterThan(0.01);
    expect(Math.sign((runningSum.median[11] ?? 0) - 12)).toBe(Math.sign(sums));
  });

  it('are wider for what a series of three values says than for one of four', () => {
    const few = (length: number): number => {
      const short = seriesOf(flat(length, 1).map((value, index) => value + (index % 2) * 0.2));
      return width(short, { ...pathOf(short, { error: 0.1 }), past: [] });
    };
    expect(few(3)).toBeGreaterThan(few(4));
  });

  it('know that a shop which is closed on Sundays is surely closed', () => {
    const week = [1, 1, 1, 1, 1, 1, 0];
    const days = seriesOf(
      Array.from({ length: 140 }, (_, day) => week[day % 7] ?? 0),
      'DAY',
    );
    const actual = days.values.slice(112);
    const missed = actual.map((value) => (value === 0 ? 0 : value + 0.4));
    const scale = errorScale(days, {
      median: week,
      disagreement: flat(7, 0.1),
      weights: [],
      past: [{ known: 112, actual, median: missed }],
    });
    expect(scale[6]).toBeLessThan((scale[0] ?? 0) / 2);
  });

  it('have errors to stand on for every grain and length', () => {
    for (const table of Object.values(errorTables)) {
      for (const rows of Object.values(table)) expect(rows.length).toBeGreaterThan(3);
    }
    expect([11, 12, 23, 24].map((length) => evidenceOf(length, 12))).toEqual([
      'short',
      'little',
      'little',
      'plenty',
    ]);
  });
});
