import { expect, it } from '@jest/globals';
import type { Ingredients } from '../../../src/forecasting/known/ingredients.ts';
import { outlookIntervals } from '../../../src/forecasting/known/outlook-intervals.ts';

/** Thirty thousand small invoices a month: chance alone leaves next to nothing open. */
const many: Ingredients = {
  today: '2026-06-30',
  days: 30,
  uncertain: [],
  scheduled: [],
  streams: [
    {
      source: 'FUTURE_INVOICES',
      customerId: 'acme',
      category: null,
      expected: new Float64Array(30).fill(1_000_000),
      amounts: [1_000],
    },
  ],
};

it('doubts how many invoices are to come, however many small ones there were', () => {
  const { 80: band } = outlookIntervals(many, null, new Int32Array(30)).flow;
  const [low = 0, high = 0] = [band.low[0], band.high[0]].map((bound = 0) => bound / 30_000_000);
  expect(low).toBeGreaterThan(0.8);
  expect(low).toBeLessThan(0.92);
  expect(high).toBeGreaterThan(1.08);
  expect(high).toBeLessThan(1.2);
});
