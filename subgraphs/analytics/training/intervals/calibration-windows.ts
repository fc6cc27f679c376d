import { addPeriods, testedHorizon } from '../../src/forecasting/grains.ts';
import type { Evidence } from '../../src/forecasting/intervals/interval-table.ts';
import type { Grain, Series } from '../../src/forecasting/series.ts';
import type { LearningSeries } from '../forecast/learning-series.ts';

/** A piece of a training series to forecast from, and what came after it. */
export type CalibrationWindow = {
  readonly source: string;
  readonly series: Series;
  readonly actual: readonly number[];
};

/** Lengths of pieces that are tried in turn; a piece longer than its series is as long as that. */
const lengths: Readonly<Record<Grain, Readonly<Record<Evidence, readonly number[]>>>> = {
  MONTH: { short: [4, 6, 8, 11], little: [12, 15, 19, 23], plenty: [36, 60, 120, 48] },
  WEEK: { short: [4, 6, 8, 11], little: [12, 20, 35, 50], plenty: [156, 130, 156, 104] },
  DAY: { short: [4, 6, 8, 11], little: [12, 15, 19, 23], plenty: [730, 365, 730, 180] },
};

/** Economic series of the collection TSDL, such as rates of interest, are nobody's income or spending. */
const leftOut = 'tsdl_econ';

/** How many pieces a series gives, and by how much each ends before the last: at another place in the season. */
const mostRounds = 6;
const strides: Readonly<Record<Grain, number>> = { DAY: 25, WEEK: 9, MONTH: 7 };

/**
 * Pieces of series that end at different times, at most `perSource` of each collection, spread evenly over its series. Pieces with an
 * unknown value, and those that hold nothing but zeros, are left out.
 */
export function calibrationWindows(
  all: readonly LearningSeries[],
  grain: Grain,
  { evidence, perSource }: { evidence: Evidence; perSource: number },
): CalibrationWindow[] {
  const bySource = Map.groupBy(
    all.filter((one) => one.grain === grain && one.source !== leftOut),
    ({ source }) => source,
  );
  return [...bySource.values()].flatMap((ofSource) => {
    const rounds = Math.max(1, Math.min(mostRounds, Math.ceil((2 * perSource) / ofSource.length)));
    const windows = Array.from({ length: rounds }, (_, round) =>
      ofSource.map((one, index) => cut(one, lengths[grain][evidence], index + round)),
    ).flat();
    const found = windows.filter((window) => window !== null);
    const stride = Math.max(1, found.length / perSource);
    return Array.from(
      { length: Math.min(perSource, found.length) },
      (_, index) => found[Math.floor(index * stride)],
    ).filter((window) => window !== undefined);
  });
}

function cut(
  one: LearningSeries,
  sizes: readonly number[],
  turn: number,
): CalibrationWindow | null {
  const horizon = testedHorizon(one.grain);
  const wanted = sizes[turn % sizes.length] ?? 0;
  const end = one.values.length - strides[one.grain] * (turn % mostRounds);
  const known = Math.min(wanted, end - horizon);
  if (known < Math.min(...sizes)) return null;
  const from = end - horizon - known;
  const piece = one.values.slice(from, end);
  const values = piece.slice(0, known);
  if (!piece.every(Number.isFinite) || values.every((value) => value === 0)) return null;
  const start = addPeriods(one.start ?? '2000-01-03', one.grain, from);
  const country = one.source.startsWith('uk_') ? 'GB' : undefined;
  const isNonNegative = values.every((value) => value >= 0);
  return {
    source: one.source,
    series: { grain: one.grain, start, values, isNonNegative, country },
    actual: piece.slice(known),
  };
}
