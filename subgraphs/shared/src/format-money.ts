import { locale } from './locale.ts';
import { toDecimalString } from './money.ts';

/** Money as the endpoint gives it, the exact decimal included. */
export type MoneyText = { readonly decimal: string; readonly currency: string };

/**
 * "€1,234.50", in a sentence of a subgraph as on a screen. Exact at any size: the decimal string is formatted as it is, never as a
 * float, and with the digits it has, for Intl's are not ISO 4217's.
 * @throws Error for what is no decimal number
 */
export function formatMoney({ decimal, currency }: MoneyText): string {
  const digits = decimal.split('.')[1]?.length ?? 0;
  return formatter(currency, digits).format(toNumeric(decimal));
}

/** The same of an amount in minor units. */
export const formatMinor = (minor: bigint, currency: string): string =>
  formatMoney({ decimal: toDecimalString({ minor, currency }), currency });

/** Intl reads decimal strings exactly; this is the check that makes the type true. */
export function toNumeric(decimal: string): Intl.StringNumericLiteral {
  if (!isNumeric(decimal)) throw new Error(`Not a decimal number: ${decimal}`);
  return decimal;
}

function isNumeric(text: string): text is `${number}` {
  return /^-?\d+(\.\d+)?$/.test(text);
}

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(currency: string, digits: number): Intl.NumberFormat {
  const key = `${currency}/${digits}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  formatters.set(key, made);
  return made;
}
