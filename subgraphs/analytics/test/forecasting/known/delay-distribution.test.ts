import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  chanceAt,
  earliestOffset,
  fromHazards,
  latestOffset,
  learn,
  medianOffset,
  mix,
  never,
  shift,
  type DelayDistribution,
  type DelaySeen,
} from '../../../src/forecasting/known/delay-distribution.ts';
import { priorDelay } from '../../../src/forecasting/known/delay-prior.ts';

const total = (distribution: DelayDistribution): number =>
  distribution.chance.reduce((sum, chance) => sum + chance, 0) + never(distribution);

const paid = (until: number): DelaySeen => ({ from: -30, until, isPaid: true, weight: 1 });
const open = (until: number): DelaySeen => ({ from: -30, until, isPaid: false, weight: 1 });
const nothing = fromHazards(() => 0);

const seen = fc.array(
  fc.record({
    from: fc.integer({ min: -90, max: 0 }),
    until: fc.integer({ min: -90, max: 500 }),
    isPaid: fc.boolean(),
    weight: fc.double({ min: 0.01, max: 1, noNaN: true }),
  }),
  { maxLength: 30, size: 'max' },
);

describe('what is learned of payment delays', () => {
  it('adds up to 1 with what is never paid, whatever was seen', () => {
    fc.assert(
      fc.property(seen, fc.double({ min: 0.1, max: 100, noNaN: true }), (list, strength) => {
        const learned = learn(priorDelay(), strength, list);
        expect(total(learned)).toBeCloseTo(1, 9);
        expect(Math.min(...learned.chance)).toBeGreaterThanOrEqual(0);
        expect(total(shift(mix(learned, priorDelay(), 0.3), 12))).toBeCloseTo(1, 9);
      }),
    );
  });

  it('is what was assumed while nothing was seen', () => {
    const learned = learn(priorDelay(), 5, []);
    priorDelay().chance.forEach((chance, index) => {
      expect(learned.chance[index]).toBeCloseTo(chance, 12);
    });
  });

  it('is the Kaplan-Meier estimate when the belief weighs nothing', () => {
    // Of four, one paid on day 2, one lost from sight before day 5, one paid on day 5, one on day 9.
    const learned = learn(nothing, 1e-9, [paid(2), open(5), paid(5), paid(9)]);
    expect(chanceAt(learned, 2, earliestOffset)).toBeCloseTo(1 / 4, 6);
    expect(chanceAt(learned, 5, earliestOffset)).toBeCloseTo(3 / 8, 6);
    expect(chanceAt(learned, 9, earliestOffset)).toBeCloseTo(3 / 8, 6);
  });

  it('expects later payment of customers whose open invoices are long overdue', () => {
    const punctual = learn(priorDelay(), 5, [paid(0), paid(1), paid(0)]);
    const withOverdue = learn(priorDelay(), 5, [paid(0), paid(1), paid(0), open(60), open(90)]);
    expect(medianOffset(withOverdue)).toBeGreaterThan(medianOffset(punctual));
    expect(never(withOverdue)).toBeGreaterThan(never(punctual));
  });

  it('counts an invoice as at risk from its issue on', () => {
    const shortTerms = Array.from({ length: 50 }, () => ({ ...paid(0), from: -5 }));
    const learned = learn(priorDelay(), 5, shortTerms);
    // Nothing was seen of the days before -5, so the assumption stands there.
    expect(chanceAt(learned, -20, -20)).toBeCloseTo(chanceAt(priorDelay(), -20, -20), 9);
  });

  it('takes payments after more than a year for never', () => {
    const learned = learn(nothing, 1e-9, [paid(10), paid(latestOffset + 1)]);
    expect(never(learned)).toBeCloseTo(0.5, 6);
  });
});

describe('given that an invoice is still unpaid', () => {
  it('chances are those of the rest, in proportion', () => {
    fc.assert(
      fc.property(seen, fc.integer({ min: -30, max: 200 }), (list, unpaidFrom) => {
        const learned = learn(priorDelay(), 5, list);
        let sum = 0;
        for (let offset = unpaidFrom; offset <= latestOffset; offset += 1) {
          sum += chanceAt(learned, offset, unpaidFrom);
        }
        const left = learned.unpaidBefore[unpaidFrom - earliestOffset] ?? 0;
        expect(sum + never(learned) / left).toBeCloseTo(1, 6);
        expect(chanceAt(learned, unpaidFrom - 1, unpaidFrom)).toBe(0);
      }),
    );
  });

  it('there is no chance left after a year', () => {
    expect(chanceAt(priorDelay(), 400, 400)).toBe(0);
  });
});
