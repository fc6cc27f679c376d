import { seededNumbers } from '@finflow/shared/seeded-numbers';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  applyConfidence,
  asGiven,
  confidenceOf,
  likeliest,
} from '../../src/categorizing/confidence.ts';
import { fitConfidence, toTrial, type Trial } from '../../src/categorizing/fit-confidence.ts';

const share = fc.double({ min: 1e-6, max: 1, noNaN: true });
const probabilities = fc
  .array(share, { minLength: 2, maxLength: 30, size: 'max' })
  .map((shares) => {
    const total = shares.reduce((sum, each) => sum + each, 0);
    return Float64Array.from(shares, (each) => each / total);
  });
const weight = fc.double({ min: -4, max: 4, noNaN: true });
const confidence = fc.record({
  base: weight,
  odds: fc.double({ min: 0, max: 3, noNaN: true }),
  familiarity: weight,
});

const ranking = (values: Float64Array): number[] =>
  [...values.keys()].sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);

describe('applying confidence', () => {
  it('leaves the order as it was, with no more than 1 in all', () => {
    fc.assert(
      fc.property(
        probabilities,
        confidence,
        fc.double({ min: -1, max: 2, noNaN: true }),
        (given, map, familiarity) => {
          const changed = given.slice();
          applyConfidence(changed, map, familiarity);
          const first = likeliest(given);
          expect(likeliest(changed)).toBe(first);
          expect(
            changed.every((each, c) => each >= 0 && (c === first || each < (changed[first] ?? 0))),
          ).toBe(true);
          expect(changed.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(1 + 1e-9);
        },
      ),
    );
  });

  it('shares what is left among the others as before', () => {
    const changed = Float64Array.from([0.1, 0.8, 0.06, 0.04]);
    applyConfidence(changed, { base: -Math.log(4), odds: 1, familiarity: 0 });
    expect([...changed]).toEqual([0.25, 0.5, 0.15, 0.1].map((each) => expect.closeTo(each, 10)));
  });

  it('says that none may be meant where it believes the likeliest less than the others would get', () => {
    const changed = Float64Array.from([0.5, 0.3, 0.2]);
    applyConfidence(changed, { base: -3, odds: 1, familiarity: 0 });
    expect(ranking(changed)).toEqual([0, 1, 2]);
    expect(changed[0]).toBeCloseTo(0.047, 3);
    expect(changed.reduce((sum, each) => sum + each, 0)).toBeLessThan(0.15);
  });
});

/** Suggestions whose probability is too high by a factor in the odds, and too high again where the text is unfamiliar. */
function overconfident(count: number): Trial[] {
  const random = seededNumbers(3);
  return Array.from({ length: count }, (): Trial => {
    const isFamiliar = random() < 0.5;
    const right = 0.2 + 0.75 * random();
    const odds = (right / (1 - right)) * (isFamiliar ? 2 : 8);
    const signs = { probability: odds / (1 + odds), familiarity: isFamiliar ? 1 : 0 };
    return { ...signs, isRight: random() < right };
  });
}

describe('fitting confidence', () => {
  it('finds how much too sure a model is, and that it is more so of what is unfamiliar', () => {
    const fitted = fitConfidence(overconfident(4_000));
    expect(fitted.base).toBeCloseTo(-Math.log(8), 0);
    expect(fitted.familiarity).toBeCloseTo(Math.log(4), 0);
    expect(confidenceOf(fitted, { probability: 0.8, familiarity: 1 })).toBeCloseTo(0.667, 1);
    expect(confidenceOf(fitted, { probability: 0.8, familiarity: 0 })).toBeCloseTo(0.333, 1);
  });

  it('believes probabilities as they are where there are few trials', () => {
    expect(fitConfidence(overconfident(49))).toEqual(asGiven);
  });

  it('is less sure of few trials that were all right than of many', () => {
    const allRight = (count: number) =>
      confidenceOf(
        fitConfidence(
          Array.from({ length: count }, () => ({
            probability: 0.9,
            familiarity: 0,
            isRight: true,
          })),
        ),
        { probability: 0.9, familiarity: 0 },
      );
    expect(allRight(50)).toBeLessThan(allRight(5_000));
    expect(allRight(5_000)).toBeGreaterThan(0.98);
  });

  it('never makes the surer suggestion the less sure one, and finds its way from far off', () => {
    const wrong = Array.from({ length: 500 }, (_, i) => ({
      probability: i % 2 === 0 ? 0.99999 : 0.6,
      familiarity: 0,
      isRight: i % 2 === 1,
    }));
    const fitted = fitConfidence(wrong);
    expect(fitted.odds).toBe(0);
    expect(confidenceOf(fitted, { probability: 0.99999, familiarity: 0 })).toBeCloseTo(0.5, 1);
  });

  it('judges the likeliest category, the first of equal ones', () => {
    const probabilities = Float64Array.from([0.4, 0.4, 0.2]);
    expect(toTrial({ probabilities, label: 0 })).toEqual({
      probability: 0.4,
      familiarity: 0,
      isRight: true,
    });
    expect(toTrial({ probabilities, label: 1 }).isRight).toBe(false);
  });
});
