import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { amountFor, monthlyPayment } from '../../src/credit/annuity.ts';
import { loanOffersFor } from '../../src/credit/loan-offers.ts';
import { someBooks } from '../support/some-books.ts';

describe('a monthly payment', () => {
  it('is that of the annuity formula', () => {
    // 10,000.00 at 12 % over 12 months: the textbook's 888.49.
    expect(monthlyPayment(1_000_000n, { yearlyRateBasisPoints: 1200, months: 12 })).toBe(88_849n);
  });

  it('pays the loan back to within a cent a month, interest by interest', () => {
    const terms = fc.record({
      yearlyRateBasisPoints: fc.integer({ min: 1, max: 5000 }),
      months: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(fc.bigInt({ min: 100n, max: 10n ** 12n }), terms, (amount, loan) => {
        const payment = monthlyPayment(amount, loan);
        const monthly = 1 + loan.yearlyRateBasisPoints / 120_000;
        let rest = Number(amount);
        for (let month = 0; month < loan.months; month += 1)
          rest = rest * monthly - Number(payment);
        expect(Math.abs(rest)).toBeLessThan(
          loan.months * monthly ** loan.months + 1e-3 * loan.months,
        );
        expect(amountFor(payment, loan)).toBeGreaterThanOrEqual(amount - BigInt(loan.months));
        expect(amountFor(payment - 1n, loan)).toBeLessThanOrEqual(amount);
      }),
    );
  });
});

describe('the policy', () => {
  const offersOf = (...args: Parameters<typeof loanOffersFor>) => {
    const result = loanOffersFor(...args);
    if ('code' in result) throw new Error(result.message);
    return result;
  };

  it('offers by band: more and cheaper for a better score', () => {
    // A month sells 10,416.66 and leaves 1,250.00, of which 1,000.00 may pay a loan back.
    expect(
      offersOf(someBooks(), 700).map(({ amountMinor, yearlyRateBasisPoints }) => [
        amountMinor,
        yearlyRateBasisPoints,
      ]),
    ).toEqual([
      [580_000n, 890],
      [1_140_000n, 940],
      [2_080_000n, 990],
    ]);
    expect(offersOf(someBooks(), 560).map(({ amountMinor }) => amountMinor)).toEqual([
      570_000n,
      1_040_000n,
      1_040_000n,
    ]);
    expect(offersOf(someBooks(), 800)[0]?.yearlyRateBasisPoints).toBe(690);
  });

  it('never lets payments take more than four fifths of the profit', () => {
    for (const offer of offersOf(someBooks(), 700)) {
      expect(offer.coverage).toBeGreaterThanOrEqual(1.25);
      expect(offer.monthlyPaymentMinor * BigInt(offer.termMonths)).toBe(
        offer.amountMinor + offer.totalInterestMinor,
      );
    }
  });

  it('keeps the longest loan for businesses with a year of books', () => {
    const terms = offersOf(someBooks({ historyMonths: 11 }), 700).map((offer) => offer.termMonths);
    expect(terms).toEqual([6, 12]);
  });

  it('takes currencies without minor units for what they are', () => {
    const [first] = offersOf(someBooks({ currency: 'JPY' }), 700);
    expect(first?.amountMinor).toBe(584_700n);
  });

  it.each([
    ['SCORE_TOO_LOW', someBooks(), 549],
    ['HISTORY_TOO_SHORT', someBooks({ historyMonths: 5 }), 700],
    ['NO_PROFIT', someBooks({ costsMinor: 99_000_000n }), 700],
    ['AMOUNT_TOO_SMALL', someBooks({ costsMinor: 12_460_000n }), 700],
  ])('says %s where it offers nothing', (code, books, score) => {
    expect(loanOffersFor(books, score)).toMatchObject({ code });
  });

  it('says the smallest loan in the currency of the books', () => {
    const books = someBooks({ currency: 'KWD', costsMinor: 12_490_000n });
    expect(loanOffersFor(books, 700)).toMatchObject({
      message: 'Profit pays for less than the smallest loan, KWD\u00a01,000.000.',
    });
  });
});
