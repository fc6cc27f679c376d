import { describe, expect, it } from '@jest/globals';
import { addDays } from '@finflow/shared/local-date';
import { cashHistory, historyOf } from '../src/forecast/outlook-history.ts';
import { figuresByPeriod } from '../src/forecast/period-figures.ts';

const today = '2026-07-15';
const openingMinor = 1000n;

describe('what cash was', () => {
  it.each(['DAY', 'WEEK', 'MONTH'] as const)('by %s is cut out of the whole past', (grain) => {
    for (const [first, apart] of [
      [1000, 3],
      [700, 97],
      [400, 200],
      [20, 7],
      [0, 1],
    ] as const) {
      const days = Array.from({ length: Math.floor(first / apart) + 1 }, (_, index) => ({
        date: addDays(today, index * apart - first),
        amountMinor: BigInt(index + 1),
      }));
      const { history, nowMinor } = cashHistory({ days, openingMinor }, grain, today);
      const all = figuresByPeriod(days, grain, today);
      expect(history).toEqual(historyOf(all, grain, today, openingMinor));
      expect(nowMinor).toBe(BigInt((days.length * (days.length + 1)) / 2) + openingMinor);
    }
  });

  it('is nothing without a movement', () => {
    expect(cashHistory({ days: [], openingMinor }, 'DAY', today)).toEqual({
      history: [],
      nowMinor: openingMinor,
    });
  });
});
