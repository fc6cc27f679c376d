import { describe, expect, it } from '@jest/globals';
import { movingMedian } from '../../src/forecasting/moving-median.ts';
import { median } from '../../src/forecasting/quantiles.ts';
import { noise } from './support.ts';

describe('the moving median', () => {
  const bumpy = Array.from({ length: 40 }, (_, index) => Math.round(3 * noise(index)));

  it.each([0, 1, 6, 26, 50])('with %d values on either side is that of each window', (half) => {
    expect(movingMedian(bumpy, half)).toEqual(
      bumpy.map((_, index) => median(bumpy.slice(Math.max(0, index - half), index + half + 1))),
    );
  });
});
