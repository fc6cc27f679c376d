import { exponentOf } from './currencies.ts';
import { divideHalfEven, parseDecimal } from './decimal.ts';

/** An amount in the currency's minor unit (cents): EUR 12.50 is 1250n. */
export type Money = { readonly minor: bigint; readonly currency: string };

/** @throws RangeError for an unknown currency */
export function money(minor: bigint, currency: string): Money {
  exponentOf(currency);
  return { minor, currency };
}

export const zero = (currency: string): Money => money(0n, currency);

/** "1234.50" for 123450 minor units of EUR, "1235" of JPY, "-0.05" for -5. */
export function toDecimalString({ minor, currency }: Money): string {
  const exponent = exponentOf(currency);
  const sign = minor < 0n ? '-' : '';
  const digits = (minor < 0n ? -minor : minor).toString().padStart(exponent + 1, '0');
  if (exponent === 0) return sign + digits;
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/** Minor units of "1234.5" in the currency; null when it isn't a decimal or has more decimals than the currency. */
export function parseMinor(text: string, currency: string): bigint | null {
  const decimal = parseDecimal(text);
  const exponent = exponentOf(currency);
  if (!decimal || decimal.scale > exponent) return null;
  return decimal.units * 10n ** BigInt(exponent - decimal.scale);
}

/** The smaller of two amounts in minor units: `Math.min` takes no bigint. */
export const lesserOf = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/**
 * Splits an amount in proportion to weights, without losing a cent: largest remainder method (Hamilton), ties to the earlier part.
 * @throws RangeError without a positive weight, or with a negative one
 */
export function allocate(total: bigint, weights: readonly bigint[]): bigint[] {
  const whole = weights.reduce((a, b) => a + b, 0n);
  if (whole <= 0n || weights.some((w) => w < 0n)) throw new RangeError('Weights must be positive');
  const sign = total < 0n ? -1n : 1n;
  const size = total * sign;
  const parts = weights.map((w, index) => ({
    index,
    floor: (size * w) / whole,
    rest: (size * w) % whole,
  }));
  let left = size - parts.reduce((a, p) => a + p.floor, 0n);
  const shares = parts.map((p) => p.floor);
  for (const { index } of parts.toSorted((a, b) =>
    b.rest > a.rest ? 1 : b.rest < a.rest ? -1 : 0,
  )) {
    if (left === 0n) break;
    shares[index] = (shares[index] ?? 0n) + 1n;
    left -= 1n;
  }
  return shares.map((share) => share * sign);
}

/** `part / whole` of an amount, to the nearest minor unit, ties to even. */
export const fraction = (minor: bigint, part: bigint, whole: bigint): bigint =>
  divideHalfEven(minor * part, whole);
