import { divideHalfEven, parseDecimal } from '@finflow/shared/decimal';

/** Where Stripe counts in other units than ISO 4217 does: ours times `ours` is Stripe's times `stripe`. */
const otherUnits: Readonly<Record<string, { readonly stripe: bigint; readonly ours: bigint }>> = {
  ISK: { ours: 100n, stripe: 1n },
  UGX: { ours: 100n, stripe: 1n },
  MGA: { ours: 1n, stripe: 100n },
};

/** Stripe takes three-decimal currencies only in steps of ten. */
const inTens = new Set(['BHD', 'JOD', 'KWD', 'OMR', 'TND']);

/** The number Stripe wants for an amount; null when Stripe can't express it. */
export function toStripeAmount(minor: bigint, currency: string): number | null {
  const { ours, stripe } = otherUnits[currency] ?? { ours: 1n, stripe: 1n };
  if ((minor * ours) % stripe !== 0n) return null;
  const amount = (minor * ours) / stripe;
  if (inTens.has(currency) && amount % 10n !== 0n) return null;
  return amount > 0n && amount <= 99_999_999_999n ? Number(amount) : null;
}

/** @throws RangeError for a number that isn't a whole count of units */
export function fromStripeAmount(amount: number, currency: string): bigint {
  const { ours, stripe } = otherUnits[currency] ?? { ours: 1n, stripe: 1n };
  return (BigInt(amount) * stripe) / ours;
}

/**
 * An amount of the account's own currency in the payment's, by the rate that Stripe applied (own = payment's times rate).
 * @throws RangeError when the rate isn't a positive decimal
 */
export function convertBack(minor: bigint, rate: number): bigint {
  const exact = parseDecimal(String(rate));
  if (!exact || exact.units <= 0n) throw new RangeError(`Not an exchange rate: ${rate}`);
  return divideHalfEven(minor * 10n ** BigInt(exact.scale), exact.units);
}
