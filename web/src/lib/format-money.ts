import { toDecimalString } from '@finflow/shared/money';
import { locale } from './locale.ts';

/** Money as the endpoint gives it, the exact decimal included. */
export type MoneyText = { readonly decimal: string; readonly currency: string };

/** "€1,234.50". Exact at any size: the decimal string is formatted as it is, never as a float. */
export function formatMoney({ decimal, currency }: MoneyText): string {
  const digits = decimal.split('.')[1]?.length ?? 0;
  return formatter(currency, digits).format(toNumeric(decimal));
}

/** "€1.2m", for the axis of a chart; everything else shows the exact amount. Two steps of cents must not read the same. */
export function formatMoneyShort({ decimal, currency }: MoneyText): string {
  const isCents = /^-?0\./.test(decimal);
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    notation: 'compact',
    maximumFractionDigits: isCents ? 2 : 1,
  }).format(toNumeric(decimal));
}

/** Money that this page reckoned itself, in the endpoint's shape. */
export function fromMinor(minor: bigint, currency: string): MoneyText {
  return { decimal: toDecimalString({ minor, currency }), currency };
}

/** True for "0", "0.00" and the like. */
export function isZero(decimal: string): boolean {
  return /^-?0*(\.0*)?$/.test(decimal);
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

/** Intl reads decimal strings exactly; this is the check that makes the type true. */
function toNumeric(decimal: string): Intl.StringNumericLiteral {
  if (!isNumeric(decimal)) throw new Error(`Not a decimal number: ${decimal}`);
  return decimal;
}

function isNumeric(text: string): text is `${number}` {
  return /^-?\d+(\.\d+)?$/.test(text);
}
