import { describe, expect, it } from '@jest/globals';
import { seededNumbers } from '@finflow/shared/seeded-numbers';
import { poisson } from '../../../src/forecasting/known/draws.ts';

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
