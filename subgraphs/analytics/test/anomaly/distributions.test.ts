import { describe, expect, it } from '@jest/globals';
import { logGamma, negativeBinomialTail, studentTail } from '../../src/anomaly/distributions.ts';

describe('the tail of Student’s t', () => {
  // From tables (Fisher & Yates), one tail.
  it.each([
    [2.776, 4, 0.025],
    [4.604, 4, 0.005],
    [6.314, 1, 0.05],
    [1.96, 100_000, 0.025],
  ])('beyond %d with %d degrees is %d', (t, degrees, tail) => {
    expect(studentTail(t, degrees)).toBeCloseTo(tail, 4);
    expect(studentTail(-t, degrees)).toBeCloseTo(1 - tail, 4);
  });

  it('keeps its precision far out, where it falls as the fourth power with four degrees', () => {
    expect(studentTail(2_000, 4) / studentTail(1_000, 4)).toBeCloseTo(1 / 16, 4);
  });
});

describe('the tail of a negative binomial', () => {
  it('is that of a geometric distribution with size one', () => {
    expect(negativeBinomialTail(3, { mean: 1, size: 1 })).toBeCloseTo(0.125, 9);
  });

  it('comes near Poisson when sizes are large', () => {
    expect(negativeBinomialTail(2, { mean: 0.5, size: 1e6 })).toBeCloseTo(
      1 - 1.5 * Math.exp(-0.5),
      5,
    );
  });

  it('is one from zero on', () => {
    expect(negativeBinomialTail(0, { mean: 3, size: 0.7 })).toBeCloseTo(1, 9);
  });
});

it('knows the logarithm of the gamma function', () => {
  expect(logGamma(5)).toBeCloseTo(Math.log(24), 10);
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 10);
});
