import { seededNumbers } from '@finflow/shared/seeded-numbers';
import { describe, expect, it } from '@jest/globals';
import { asGiven, confidenceOf } from '../../src/categorizing/confidence.ts';
import { type Answer, confidenceFor, recalibrate } from '../../src/categorizing/recalibrate.ts';

/** Answers about suggestions whose odds were told too high by a factor. */
function answers(count: number, { tooSure = 1, isKnown = true, seed = 5 } = {}): Answer[] {
  const random = seededNumbers(seed);
  return Array.from({ length: count }, () => {
    const right = 0.2 + 0.7 * random();
    const odds = (right / (1 - right)) * tooSure;
    return { probability: odds / (1 + odds), isKnown, isRight: random() < right };
  });
}

const sureOf = (heard: readonly Answer[], probability: number, isKnown = true): number =>
  confidenceOf(confidenceFor(recalibrate(heard), isKnown), { probability, familiarity: 0 });

describe('how sure suggestions may be', () => {
  it('is what the model says, where nobody has answered', () => {
    expect(recalibrate([])).toEqual({ known: asGiven, strangers: asGiven });
  });

  it('follows what came of them', () => {
    expect(sureOf(answers(1_500, { tooSure: 4 }), 0.8)).toBeCloseTo(0.5, 1);
    expect(sureOf(answers(1_500), 0.8)).toBeCloseTo(0.8, 1);
  });

  it('is told of known merchants by known ones, and of strangers by strangers', () => {
    const strangers = answers(1_500, { tooSure: 6, isKnown: false });
    expect(sureOf(strangers, 0.8)).toBe(0.8);
    expect(sureOf(strangers, 0.8, false)).toBeLessThan(0.55);
  });

  it('forgets: what is right of late counts more than what was wrong before', () => {
    const before = answers(1_000, { tooSure: 8 });
    const late = answers(900, { seed: 6 });
    expect(sureOf([...before, ...late], 0.8)).toBeGreaterThan(0.72);
    expect(sureOf([...late, ...before], 0.8)).toBeLessThan(0.5);
  });

  it('moves little by few answers', () => {
    const wrong = { probability: 0.7, isKnown: true, isRight: false };
    expect(sureOf([wrong], 0.7)).toBeGreaterThan(0.66);
    expect(
      sureOf(
        Array.from({ length: 60 }, () => wrong),
        0.7,
      ),
    ).toBeLessThan(0.3);
  });

  it('never makes the surer suggestion the less sure one', () => {
    const crossed = Array.from({ length: 400 }, (_, i) => ({
      probability: i % 2 === 0 ? 0.85 : 0.4,
      isKnown: true,
      isRight: i % 2 === 1,
    }));
    expect(sureOf(crossed, 0.85)).toBeGreaterThanOrEqual(sureOf(crossed, 0.4));
  });
});
