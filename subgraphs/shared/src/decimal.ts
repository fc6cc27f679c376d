/** An exact decimal: `units` divided by 10 to the power of `scale`. */
export type Decimal = { readonly units: bigint; readonly scale: number };

const shape = /^([+-]?)(\d{1,30})(?:\.(\d{1,18}))?$/;

/** Reads "12", "-0.5", "1234.5678" exactly; null for anything else (exponents, commas, blanks, nothing). */
export function parseDecimal(text: string): Decimal | null {
  const match = shape.exec(text);
  if (!match) return null;
  const [, sign, whole = '', fraction = ''] = match;
  const units = BigInt(whole + fraction);
  return { units: sign === '-' ? -units : units, scale: fraction.length };
}

/** Writes it back without trailing zeros: "2.5", "-3". */
export function formatDecimal({ units, scale }: Decimal): string {
  const sign = units < 0n ? '-' : '';
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
  return fraction === '' ? `${sign}${whole}` : `${sign}${whole}.${fraction}`;
}

export const multiply = (a: Decimal, b: Decimal): Decimal => ({
  units: a.units * b.units,
  scale: a.scale + b.scale,
});

/** numerator / denominator to the nearest integer, ties to even (IEEE 754 roundTiesToEven, "banker's rounding"). */
export function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  if (denominator === 0n) throw new RangeError('Division by zero');
  const negative = numerator < 0n !== denominator < 0n;
  const top = numerator < 0n ? -numerator : numerator;
  const bottom = denominator < 0n ? -denominator : denominator;
  const quotient = top / bottom;
  const twice = (top % bottom) * 2n;
  const up = twice > bottom || (twice === bottom && quotient % 2n === 1n);
  const rounded = up ? quotient + 1n : quotient;
  return negative ? -rounded : rounded;
}

/** The nearest integer, ties to even. */
export const roundHalfEven = ({ units, scale }: Decimal): bigint =>
  divideHalfEven(units, 10n ** BigInt(scale));
