import { describe, expect, it } from '@jest/globals';
import { seededNumbers } from '@finflow/shared/seeded-numbers';
import { gammaAroundOne, normalQuantile, poisson } from '../../../src/forecasting/known/draws.ts';

const count = 40_000;

/** Shares of draws of at most 0, 1, 2, ... beside what the distribution says of them. */
function shares(mean: number): { readonly seen: number[]; readonly said: number[] } {
  const next = seededNumbers(7);
  const drawn = Array.from({ length: count }, () => poisson(next, mean));
  let [chance, below] = [Math.exp(-mean), 0];
  const said = Array.from({ length: Math.ceil(3 * mean) + 3 }, (_, events) => {
    below += chance;
    chance *= mean / (events + 1);
    return below;
  });
  const seen = said.map((_, events) => drawn.filter((each) => each <= events).length / count);
  return { seen, said };
}

describe('draws of counts', () => {
  it.each([0.4, 6, 11, 29, 60])('follow Poisson at a mean of %d, tails included', (mean) => {
    const { seen, said } = shares(mean);
    seen.forEach((share, events) =>
      expect(Math.abs(share - (said[events] ?? 1))).toBeLessThan(0.01),
    );
  });

  it('are zero where nothing is expected', () => {
    expect(poisson(() => 0.5, 0)).toBe(0);
  });
});

describe('draws of sizes', () => {
  const chances = Array.from({ length: 999 }, (_, index) => (index + 1) / 1000);

  it('know the quantiles of the normal distribution', () => {
    expect(normalQuantile(0.5)).toBeCloseTo(0, 3);
    expect(normalQuantile(0.975)).toBeCloseTo(1.95996, 3);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.09023, 3);
  });

  it('have a gamma of mean 1 with the variance that is asked for', () => {
    for (const variance of [0, 0.01, 0.2]) {
      const drawn = chances.map((chance) => gammaAroundOne(normalQuantile(chance), variance));
      const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
      const squares = drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / drawn.length;
      expect(Math.abs(mean - 1)).toBeLessThan(0.002);
      expect(Math.abs(squares - variance)).toBeLessThan(0.02 * variance + 1e-6);
    }
  });
});
