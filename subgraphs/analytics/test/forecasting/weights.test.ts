import { describe, expect, it } from '@jest/globals';
import { askMembers, backtestOrigins } from '../../src/forecasting/backtest.ts';
import { classicalMembers } from '../../src/forecasting/forecast-series.ts';
import { medianPath } from '../../src/forecasting/median-path.ts';
import type { Member } from '../../src/forecasting/series.ts';
import { weighMembers } from '../../src/forecasting/weights.ts';
import { sales, seriesOf } from './support.ts';

const about = { grain: 'MONTH', naiveError: 10, isHere: [true, true, true] } as const;

describe('the weights of the members', () => {
  it('are the priors without a past', () => {
    const [one, two, prior] = weighMembers(['a', 'b', 'analog'], [], about);
    expect(one).toBe(two);
    expect(prior).toBeGreaterThan(one ?? 1);
    const [, , ofDays = 0] = weighMembers(['a', 'b', 'analog'], [], { ...about, grain: 'DAY' });
    expect(ofDays).toBeGreaterThan(0.5);
  });

  it('favour the member that was right, and forget nobody who answers', () => {
    const checked = [{ said: [[100], [130], null], actual: [100] }];
    const weights = weighMembers(['right', 'wrong', 'silent'], checked, about);
    expect(weights[0]).toBeGreaterThan(0.9);
    expect(weights[2]).toBe(weights[1]);
    expect(weights[1]).toBeGreaterThan(0);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
  });

  it('leave out who has no answer now', () => {
    expect(weighMembers(['a', 'b', 'c'], [], { ...about, isHere: [true, false, true] })[1]).toBe(0);
  });
});

describe('rolling origins', () => {
  it('leave half of the values, and never reach past the end', () => {
    expect(backtestOrigins(60, 12)).toEqual([
      { known: 54, horizon: 6 },
      { known: 48, horizon: 12 },
      { known: 42, horizon: 12 },
      { known: 36, horizon: 12 },
    ]);
    expect(backtestOrigins(20, 12)).toEqual([{ known: 14, horizon: 6 }]);
    expect(backtestOrigins(9, 12)).toEqual([]);
  });

  it('show members nothing of what came later', () => {
    const origin = { known: 48, horizon: 12 };
    const other = [...sales(48), ...sales(12).map((value) => value * 9)];
    expect(askMembers(classicalMembers, seriesOf(other), origin)).toEqual(
      askMembers(classicalMembers, seriesOf(sales(60)), origin),
    );
  });

  it('hold what members were given to the origin', () => {
    const lengths: number[] = [];
    const spy: Member = {
      name: 'spy',
      forecast: ({ values }, horizon) => (
        lengths.push(values.length), Array.from({ length: horizon }, () => 1)
      ),
    };
    const { past } = medianPath(seriesOf(sales(60)), 12, [spy]);
    expect(lengths).toEqual([60, 54, 48, 42, 36]);
    expect(past.map(({ actual }) => actual)).toEqual(
      [54, 48, 42, 36].map((known) => sales(60).slice(known, known + 12)),
    );
  });
});
