import { describe, expect, it } from '@jest/globals';
import { convertBack, fromStripeAmount, toStripeAmount } from '../src/providers/stripe-amount.ts';

describe('an amount for Stripe', () => {
  it.each([
    ['EUR', 1050n, 1050],
    ['JPY', 500n, 500],
    ['KWD', 1230n, 1230],
    ['ISK', 500n, 50_000],
    ['UGX', 500n, 50_000],
    ['MGA', 500n, 5],
  ])('counts in the units of Stripe: %s', (currency, ours, stripes) => {
    expect(toStripeAmount(ours, currency)).toBe(stripes);
    expect(fromStripeAmount(stripes, currency)).toBe(ours);
  });

  it('is none where Stripe can not express it', () => {
    expect(toStripeAmount(501n, 'MGA')).toBeNull();
    expect(toStripeAmount(0n, 'EUR')).toBeNull();
    expect(toStripeAmount(99_999_999_999n, 'EUR')).toBe(99_999_999_999);
    expect(toStripeAmount(100_000_000_000n, 'EUR')).toBeNull();
  });

  it.each(['BHD', 'JOD', 'KWD', 'OMR', 'TND'])('has no single thousandths: %s', (currency) => {
    expect(toStripeAmount(1230n, currency)).toBe(1230);
    expect(toStripeAmount(1235n, currency)).toBeNull();
  });

  it('goes back into the currency of the payment by the rate that was applied, without a float', () => {
    expect(convertBack(110n, 1.1)).toBe(100n);
    expect(convertBack(1n, 3)).toBe(0n);
    expect(convertBack(3n, 2)).toBe(2n);
    expect(() => convertBack(1n, 0)).toThrow(RangeError);
  });
});
