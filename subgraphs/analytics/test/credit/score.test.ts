import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { behaviours, pointsFor } from '../../src/credit/behaviours.ts';
import type { Books } from '../../src/credit/books.ts';
import { predictLogOdds } from '../../src/credit/boosting/boost.ts';
import { improvementsFor } from '../../src/credit/improvements.ts';
import { ratioModel } from '../../src/credit/ratio-model.ts';
import { ratios } from '../../src/credit/ratios.ts';
import { bandOf, explainScore, gapIn, scoreOf } from '../../src/credit/score.ts';
import { sentenceFor } from '../../src/credit/sentence.ts';
import { someBooks } from '../support/some-books.ts';

const amount = fc.bigInt({ min: 0n, max: 10n ** 9n });
const anyBooks: fc.Arbitrary<Books> = fc.record({
  asOf: fc.constant('2026-06-30'),
  currency: fc.constant('EUR'),
  historyMonths: fc.integer({ min: 3, max: 60 }),
  cashMinor: amount,
  receivableMinor: amount,
  otherAssetsMinor: amount,
  liabilitiesMinor: amount,
  retainedMinor: fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }),
  salesByMonth: fc.array(amount, { minLength: 3, maxLength: 12 }),
  costsMinor: amount,
  salesBeforeMinor: fc.option(amount),
  invoices: fc
    .record({ due: amount, late: amount, overdue: amount, total: amount, largest: amount })
    .map(({ due, late, overdue, total, largest }) => ({
      fellDueMinor: due + late,
      lateMinor: late,
      overdueMinor: overdue,
      invoicedMinor: total + largest,
      largestCustomerMinor: largest,
    })),
});

describe('a score', () => {
  it('is from 0 to 1000, and its parts make the whole', () => {
    fc.assert(
      fc.property(anyBooks, (books) => {
        fc.pre(gapIn(books) === null);
        const { score, ordinaryScore, factors } = explainScore(books);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1000);
        expect(factors.reduce((sum, { points }) => sum + points, ordinaryScore)).toBe(score);
        for (const factor of factors) expect(sentenceFor(factor)).not.toMatch(/NaN|Infinity/);
      }),
    );
  });

  it('ends at 0 and at 1000, however bad or good the figures are', () => {
    const month = 10_000n;
    const salesByMonth = Array<bigint>(12).fill(month);
    const clean = { fellDueMinor: 100_000n, lateMinor: 0n, overdueMinor: 0n };
    const best = someBooks({
      historyMonths: 60,
      cashMinor: 100_000n,
      receivableMinor: 0n,
      liabilitiesMinor: 10n,
      retainedMinor: 2_500_000n,
      salesByMonth,
      costsMinor: 100n,
      salesBeforeMinor: 95_000n,
      invoices: { ...clean, invoicedMinor: 120_000n, largestCustomerMinor: 1_000n },
    });
    expect(scoreOf(best)).toBe(1000);
    const worst = someBooks({
      historyMonths: 3,
      cashMinor: 0n,
      receivableMinor: 100n,
      liabilitiesMinor: 500_000n,
      retainedMinor: -500_000n,
      salesByMonth: [...Array<bigint>(11).fill(0n), 360n],
      costsMinor: 5_000_000n,
      salesBeforeMinor: 36_000n,
      invoices: {
        fellDueMinor: 100n,
        lateMinor: 100n,
        overdueMinor: 100n,
        invoicedMinor: 100n,
        largestCustomerMinor: 100n,
      },
    });
    expect(scoreOf(worst)).toBe(0);
  });

  it('starts from nearly the same ordinary business, whoever is scored', () => {
    const weak = explainScore(someBooks({ cashMinor: 10_000n, liabilitiesMinor: 5_000_000n }));
    const strong = explainScore(someBooks());
    expect(Math.abs(weak.ordinaryScore - strong.ordinaryScore)).toBeLessThan(8);
    expect(strong.score - weak.score).toBeGreaterThan(100);
  });

  it('is not moved by what a young business cannot know yet', () => {
    const { factors } = explainScore(someBooks({ historyMonths: 12, salesBeforeMinor: null }));
    const growth = factors.find(({ id }) => id === 'SALES_GROWTH');
    expect(Math.abs(growth?.points ?? Number.NaN)).toBeLessThan(25);
  });

  it('names first what moves it most', () => {
    const { factors } = explainScore(someBooks());
    const sizes = factors.map(({ points }) => Math.abs(points));
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(factors).toHaveLength(ratios.length + behaviours.length);
  });

  it('says figures in words', () => {
    const { factors } = explainScore(someBooks({ liabilitiesMinor: 0n }));
    const say = (id: string) => factors.filter((factor) => factor.id === id).map(sentenceFor);
    expect(say('LARGEST_CUSTOMER')).toEqual([
      'The largest customer has 40 % of what was invoiced.',
    ]);
    expect(say('CURRENT_RATIO')).toEqual(['There are no debts to cover.']);
    expect(say('CASH_COVER')).toEqual(['Cash pays for 3.3 months of costs.']);
  });

  it.each([
    ['RETAINED_TO_ASSETS', -Infinity, 'There are no assets to compare the profits kept with.'],
    ['RETAINED_TO_ASSETS', Infinity, 'There are no assets to compare the profits kept with.'],
    ['DEBT_TO_ASSETS', Infinity, 'There are no assets to compare debts with.'],
    ['CURRENT_RATIO', 0, 'There are no assets to cover the debts.'],
    ['CURRENT_RATIO', 0.001, 'Assets are less than 0.01 times the debts.'],
    ['CASH_RATIO', 0, 'There is no cash to cover the debts.'],
  ])('says plainly of %s at %s that there is little or nothing', (id, value, said) => {
    const factor = explainScore(someBooks()).factors.find((own) => own.id === id);
    expect(factor && sentenceFor({ ...factor, value })).toBe(said);
  });

  it.each([
    [1000, 'EXCELLENT'],
    [750, 'EXCELLENT'],
    [749, 'GOOD'],
    [650, 'GOOD'],
    [550, 'FAIR'],
    [400, 'WEAK'],
    [399, 'POOR'],
  ])('of %i is %s', (score, band) => expect(bandOf(score)).toBe(band));
});

describe('what must move the score one way only', () => {
  it.each(ratios.flatMap((ratio, place) => (ratio.risk === 0 ? [] : [{ ...ratio, place }])))(
    '$id does, whatever the other ratios are',
    ({ place, risk }) => {
      const value = fc.double({ min: -2, max: 400, noNaN: true });
      const row = fc.array(fc.oneof(value, fc.double({ min: -1, max: 3, noNaN: true })), {
        minLength: ratios.length,
        maxLength: ratios.length,
      });
      fc.assert(
        fc.property(row, value, value, (others, one, other) => {
          const at = (own: number) => predictLogOdds(ratioModel().trees, others.with(place, own));
          const [low, high] = [Math.min(one, other), Math.max(one, other)];
          expect((at(high) - at(low)) * risk).toBeGreaterThanOrEqual(-1e-9);
        }),
      );
    },
  );

  it.each(behaviours)('$id does', (behaviour) => {
    const values = Array.from({ length: 200 }, (_, step) => pointsFor(behaviour, step / 4));
    const fine = Array.from({ length: 200 }, (_, step) => pointsFor(behaviour, step / 100));
    for (const points of [values, fine]) {
      const sorted = points.toSorted((a, b) => a - b);
      expect([sorted, sorted.toReversed()]).toContainEqual(points);
    }
  });

  it('are 400 points of behaviour at best, and none at worst', () => {
    const ends = behaviours.map(({ points }) => points.map(([, worth]) => worth));
    expect(ends.reduce((sum, own) => sum + Math.max(...own), 0)).toBe(400);
    expect(ends.reduce((sum, own) => sum + Math.min(...own), 0)).toBe(0);
  });
});

describe('books that are too thin', () => {
  it('give no score in the first three months', () => {
    expect(gapIn(someBooks({ historyMonths: 2 }))).toEqual({
      code: 'TOO_LITTLE_HISTORY',
      message: 'A score needs 3 complete months of books. There are 2 complete months so far.',
    });
    expect(gapIn(someBooks({ historyMonths: 1 }))?.message).toContain('is 1 complete month so far');
    expect(gapIn(someBooks({ historyMonths: 3 }))).toBeNull();
  });

  it('give no score without sales', () => {
    expect(gapIn(someBooks({ salesByMonth: [0n, 0n, 0n] }))?.code).toBe('NO_SALES');
  });
});

describe('what would raise a score', () => {
  it('does so by what it says, the most helpful first', () => {
    fc.assert(
      fc.property(anyBooks, (books) => {
        fc.pre(gapIn(books) === null);
        const score = scoreOf(books);
        const gains = improvementsFor(books).map((improvement) => {
          expect(improvement.score).toBe(score + improvement.gain);
          expect(improvement.gain).toBeGreaterThanOrEqual(3);
          return improvement.gain;
        });
        expect(gains).toEqual(gains.toSorted((a, b) => b - a));
      }),
    );
  });

  it('says how much it takes', () => {
    const found = improvementsFor(someBooks({ cashMinor: 100_000n }));
    const amounts = Object.fromEntries(found.map(({ kind, amountMinor }) => [kind, amountMinor]));
    expect(amounts).toMatchObject({
      COLLECT_OVERDUE: 400_000n,
      ADD_CASH: 2_650_000n,
      SPREAD_CUSTOMERS: null,
    });
  });

  it('has nothing to collect where nothing is overdue', () => {
    const { invoices } = someBooks();
    const found = improvementsFor(someBooks({ invoices: { ...invoices, overdueMinor: 0n } }));
    expect(found.map(({ kind }) => kind)).not.toContain('COLLECT_OVERDUE');
  });
});

it.each([
  [Number.POSITIVE_INFINITY, 'There are no debts for profits to cover.'],
  [Number.NEGATIVE_INFINITY, 'A year brought no profit that debts could be paid from.'],
])('says of a profit that is %s times the debts what is true', (value, sentence) => {
  const id = 'PROFIT_TO_DEBT';
  expect(sentenceFor({ id, name: id, unit: 'PERCENT', value, points: 0 })).toBe(sentence);
});
