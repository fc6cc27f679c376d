import { describe, expect, it } from '@jest/globals';
import { findLeaks, keepApart } from '../../training/forecast/keep-apart.ts';
import {
  type LearningSeries,
  ownerOf,
  type Task,
} from '../../training/forecast/learning-series.ts';

const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

const seriesOf = (
  given: Pick<LearningSeries, 'id' | 'grain' | 'start' | 'values'>,
): LearningSeries => ({
  source: 'uk',
  owner: ownerOf(given.id),
  ...given,
});

/** Twelve months from January 2021 of a unit whose history begins in January 2020. */
const monthly: Task = {
  set: 'uk_monthly',
  id: 'leeds|unit|parks',
  season: 12,
  start: '2020-01-01',
  history: upTo(12),
  future: upTo(12).map((value) => value + 100),
};

/** Four weeks from 2020-06-01 of another unit. */
const weekly: Task = {
  set: 'uk_weekly',
  id: 'leeds|unit|libraries',
  season: 52,
  start: '2020-05-04',
  history: upTo(4),
  future: [7, 8, 9, 10],
};

describe('what is kept apart from learning', () => {
  it('cuts a unit in every grain where its earliest future begins', () => {
    const daily = seriesOf({
      id: monthly.id,
      grain: 'DAY',
      start: '2020-12-30',
      values: upTo(10),
    });
    const months = seriesOf({
      id: monthly.id,
      grain: 'MONTH',
      start: '2020-10-01',
      values: upTo(24),
    });
    const [days, rest] = keepApart([daily, months], [monthly]);
    expect(days?.values).toEqual([1, 2]);
    expect(rest?.values).toEqual([1, 2, 3]);
  });

  it('cuts a week that reaches into a future that begins within it', () => {
    const weeks = seriesOf({
      id: monthly.id,
      grain: 'WEEK',
      start: '2020-12-14',
      values: upTo(5),
    });
    expect(keepApart([weeks], [monthly])[0]?.values).toEqual([1, 2]);
  });

  it("blanks a body's other series while a future lasts, and no longer", () => {
    const total = seriesOf({
      id: 'leeds|total|',
      grain: 'WEEK',
      start: '2020-05-25',
      values: upTo(6),
    });
    expect(keepApart([total], [weekly])[0]?.values).toEqual([1, NaN, NaN, NaN, NaN, 6]);
  });

  it('leaves other bodies alone', () => {
    const other = seriesOf({
      id: 'york|total|',
      grain: 'WEEK',
      start: '2020-05-25',
      values: upTo(6),
    });
    expect(keepApart([other], [weekly, monthly])).toEqual([other]);
  });

  it('finds a future that stands in a series without dates', () => {
    const undated = seriesOf({
      id: monthly.id,
      grain: 'MONTH',
      start: null,
      values: [5, 6, ...monthly.future.slice(0, 6)],
    });
    expect(findLeaks(keepApart([undated], [monthly]), [monthly])).toEqual([monthly]);
    const cut = { ...undated, values: undated.values.slice(0, 7) };
    expect(findLeaks([cut], [monthly])).toEqual([]);
  });
});
