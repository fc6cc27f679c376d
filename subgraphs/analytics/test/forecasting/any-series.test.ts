import { describe, expect, it } from '@jest/globals';
import { seededNumbers } from '@finflow/shared/seeded-numbers';
import fc from 'fast-check';
import { forecastSeries } from '../../src/forecasting/forecast-series.ts';
import type { Grain, Interval, Intervals, Series } from '../../src/forecasting/series.ts';

type Noise = () => number;

/** Series that books do have, and that have broken forecasters: a value by its place, its distance from the end and noise. */
const kinds: Readonly<Record<string, (index: number, fromEnd: number, noise: Noise) => number>> = {
  equal: () => 700,
  zeros: () => 0,
  'nothing known': () => Number.NaN,
  'every other one zero': (index) => (index % 2) * 100,
  'a huge one last': (_, fromEnd, noise) => (fromEnd === 1 ? 1e8 : 100 + noise()),
  'another level since three': (_, fromEnd, noise) => (fromEnd <= 3 ? 300 : 100) + noise(),
  'nothing any more': (_, fromEnd, noise) => (fromEnd <= 3 ? 0 : 100 + noise()),
  'now and then': (index, _, noise) => (index % 7 === 3 ? 1000 + 100 * noise() : 0),
  'once, just now': (_, fromEnd) => (fromEnd === 1 ? 100 : 0),
  costs: (_index, _, noise) => -500 + 100 * noise(),
  'gains and losses': (_index, _, noise) => 300 * noise(),
  'as large as it gets': (_index, _, noise) => 1e15 * (1 + 0.1 * noise()),
  'gaps at both ends': (index, fromEnd, noise) =>
    index < 3 || fromEnd <= 2 ? Number.NaN : 100 + 10 * noise(),
  'growing by a fifth': (index) => 100 * 1.2 ** index,
  'dying out': (index) => Math.max(0, 1000 - 25 * index),
};

const anySeries = fc
  .record({
    kind: fc.constantFrom(...Object.keys(kinds)),
    grain: fc.constantFrom<Grain>('DAY', 'WEEK', 'MONTH'),
    length: fc.integer({ min: 1, max: 75 }),
    seed: fc.nat(1000),
  })
  .map(made);

function made(about: { kind: string; grain: Grain; length: number; seed: number }): Series {
  const { kind, grain, length, seed } = about;
  const next = seededNumbers(seed + 1);
  const values = Array.from(
    { length },
    (_, index) => kinds[kind]?.(index, length - index, () => 2 * next() - 1) ?? Number.NaN,
  );
  return { grain, start: '2023-12-04', values, isNonNegative: false };
}

/** The 95, 80 and 50 % bounds around the median, at each step: lowest first. */
function rowsOf(median: readonly number[], intervals: Intervals): number[][] {
  const at = (bound: (interval: Interval) => readonly number[], step: number): number[] =>
    ([95, 80, 50] as const).map((percent) => bound(intervals[percent])[step] ?? Number.NaN);
  return median.map((value, step) => [
    ...at(({ low }) => low, step),
    value,
    ...at(({ high }) => high, step).toReversed(),
  ]);
}

/** Everything that a forecast says, in rows of seven: of the values, then of their running sum. */
function said(series: Series, horizon = 6): number[][] {
  const { median, intervals, runningSum } = forecastSeries(series, horizon);
  return [...rowsOf(median, intervals), ...rowsOf(runningSum.median, runningSum.intervals)];
}

const times = (series: Series, factor: number): Series => ({
  ...series,
  values: series.values.map((value) => value * factor),
});

/** How far two forecasts are apart, as a share of the largest figure. Fits stop a little earlier or later when the last bits differ. */
function apart(found: readonly number[][], wanted: readonly number[][]): number {
  const all = wanted.flat();
  const largest = Math.max(...all.map(Math.abs));
  const off = Math.max(
    ...found.flat().map((value, index) => Math.abs(value - (all[index] ?? Number.NaN))),
  );
  return off === 0 ? 0 : off / largest;
}

const runs = { numRuns: 15 };

describe('the forecast of any series', () => {
  it('is finite, with bounds in order, and the same when asked again', () => {
    fc.assert(
      fc.property(anySeries, (series) => {
        const rows = said(series);
        expect(rows.flat().every(Number.isFinite)).toBe(true);
        for (const row of rows) {
          const slack = 1e-12 * Math.max(...row.map(Math.abs));
          expect(
            row.every((value, index) => index === 0 || value >= (row[index - 1] ?? 0) - slack),
          ).toBe(true);
        }
        expect(said(series)).toEqual(rows);
      }),
      runs,
    );
  });

  it('is never below zero where that makes no sense', () => {
    fc.assert(
      fc.property(anySeries, (series) => {
        const positive = series.values.map((value) => Math.max(0, value));
        const rows = said({ ...series, values: positive, isNonNegative: true });
        expect(Math.min(...rows.flat())).toBeGreaterThanOrEqual(0);
      }),
      runs,
    );
  });

  it('is in proportion to the unit', () => {
    fc.assert(
      fc.property(anySeries, fc.constantFrom(0.001, 7, 1e6), (series, factor) => {
        const wanted = said(series).map((row) => row.map((value) => value * factor));
        expect(apart(said(times(series, factor)), wanted)).toBeLessThan(0.001);
      }),
      runs,
    );
  });

  it('says of costs what it says of sales, upside down', () => {
    fc.assert(
      fc.property(anySeries, (series) => {
        const wanted = said(series).map((row) => row.map((value) => -value).toReversed());
        expect(apart(said(times(series, -1)), wanted)).toBeLessThan(0.001);
      }),
      runs,
    );
  });

  it('leans to neither side where gains and losses are alike', () => {
    const rows = said(made({ kind: 'gains and losses', grain: 'DAY', length: 70, seed: 3 }));
    const [below, above] = rows
      .slice(0, 6)
      .reduce(
        ([under = 0, over = 0], [low = 0, , , median = 0, , , high = 0]) => [
          under + median - low,
          over + high - median,
        ],
        [0, 0],
      );
    expect((above ?? 0) / (below ?? 0)).toBeGreaterThan(0.5);
    expect((above ?? 0) / (below ?? 0)).toBeLessThan(2);
  });
});

describe('the forecast of a series that', () => {
  const ofKind = (kind: string, grain: Grain, length = 48): number[][] =>
    said(made({ kind, grain, length, seed: 3 }));

  it.each(['DAY', 'WEEK', 'MONTH'] as const)('never changes goes on (%s)', (grain) => {
    for (const [, low = 0, , median = 0, , high = 0] of ofKind('equal', grain).slice(0, 6)) {
      expect(median).toBeCloseTo(700, 6);
      expect(high - low).toBeLessThan(7);
    }
  });

  it('was always zero is zero, and so is that of one nobody knows', () => {
    for (const kind of ['zeros', 'nothing known'])
      expect(
        ofKind(kind, 'MONTH')
          .flat()
          .every((value) => value === 0),
      ).toBe(true);
  });

  it.each(['DAY', 'WEEK', 'MONTH'] as const)(
    'ends in a huge value keeps its head (%s)',
    (grain) => {
      for (const [, , , median = 0] of ofKind('a huge one last', grain).slice(0, 6)) {
        expect(median).toBeGreaterThan(50);
        expect(median).toBeLessThan(200);
      }
    },
  );

  it.each(['WEEK', 'MONTH'] as const)('has moved holds the new level (%s)', (grain) => {
    for (const [low = 0, , , , , , high = 0] of ofKind('another level since three', grain).slice(
      0,
      6,
    )) {
      expect(low).toBeLessThan(300);
      expect(high).toBeGreaterThan(300);
    }
  });

  it('goes over leap days and years of 53 weeks finds its places in each year', () => {
    const days = Array.from({ length: 3653 }, (_, day) => 100 + (day % 7 === 4 ? 50 : 0));
    const ahead = said({ grain: 'DAY', start: '2014-02-28', values: days, isNonNegative: true }, 7);
    const busy = ahead.slice(0, 7).findIndex(([, , , median = 0]) => median > 125);
    expect((3653 + busy) % 7).toBe(4);
    const weeks = Array.from({ length: 330 }, (_, week) => 100 + (week % 5));
    const rows = said({ grain: 'WEEK', start: '2019-12-30', values: weeks, isNonNegative: true });
    expect(rows.flat().every(Number.isFinite)).toBe(true);
  });
});
