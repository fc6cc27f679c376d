import { type MoneyText, toNumeric } from '@finflow/shared/format-money';
import { locale } from '@finflow/shared/locale';
import { toDecimalString } from '@finflow/shared/money';

export { formatMoney, type MoneyText } from '@finflow/shared/format-money';

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
