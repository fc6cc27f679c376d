import { describe, expect, it } from '@jest/globals';
import { seededNumbers } from '@finflow/shared/seeded-numbers';
import { sortAround } from '../../../src/forecasting/known/sort-around.ts';

const next = seededNumbers(3);
const rows = {
  scattered: Float64Array.from({ length: 1000 }, () => next() ** 3),
  'mostly equal': Float64Array.from({ length: 1000 }, () => Math.floor(1.2 * next())),
  'sorted already': Float64Array.from({ length: 300 }, (_, index) => index),
  falling: Float64Array.from({ length: 300 }, (_, index) => -index),
  'of a few': Float64Array.from([3, 1, 2]),
};

describe('sorting around ranks', () => {
  it.each(Object.entries(rows))('puts values that are %s at the ranks asked for', (_, values) => {
    const last = values.length - 1;
    const ranks = [0.025, 0.1, 0.5, 0.9, 1].map((share) => Math.floor(share * last));
    const sorted = values.toSorted();
    const found = values.slice();
    sortAround(found, ranks);
    expect(ranks.map((rank) => found[rank])).toEqual(ranks.map((rank) => sorted[rank]));
    expect(found.toSorted()).toEqual(sorted);
  });
});
