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
    expect(toStripeAmount(1235n, 'KWD')).toBeNull();
    expect(toStripeAmount(501n, 'MGA')).toBeNull();
    expect(toStripeAmount(0n, 'EUR')).toBeNull();
    expect(toStripeAmount(10n ** 12n, 'EUR')).toBeNull();
  });

  it('goes back into the currency of the payment by the rate that was applied, without a float', () => {
    expect(convertBack(110n, 1.1)).toBe(100n);
    expect(convertBack(1n, 3)).toBe(0n);
    expect(convertBack(3n, 2)).toBe(2n);
    expect(() => convertBack(1n, 0)).toThrow(RangeError);
  });
});
