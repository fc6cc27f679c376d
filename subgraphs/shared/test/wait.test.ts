import { describe, expect, it } from '@jest/globals';
import { backoffMs } from '../src/bus/wait.ts';

describe('the wait before another try', () => {
  const limits = { firstMs: 100, capMs: 5_000 };
  /** The shortest and the longest of so many that chance alone leaves neither end out. */
  const waits = (attempt: number) => {
    const drawn = Array.from({ length: 1_000 }, () => backoffMs(attempt, limits));
    return { least: Math.min(...drawn), most: Math.max(...drawn) };
  };

  it.each([
    [1, 100],
    [2, 200],
    [3, 400],
    [6, 3_200],
    [7, 5_000],
    [1_000, 5_000],
  ])('doubles up to the longest: at try %i it is at most %i ms', (attempt, full) => {
    const { least, most } = waits(attempt);
    expect(most).toBeLessThanOrEqual(full);
    expect(most).toBeGreaterThan(full * 0.95);
    expect(least).toBeGreaterThanOrEqual(full / 2);
  });

  it('is spread over half of it, so that not all come again in one moment', () => {
    const { least } = waits(7);
    expect(least).toBeLessThan(5_000 * 0.55);
  });
});
