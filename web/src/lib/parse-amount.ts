import { exponentOf, isCurrency } from '@finflow/shared/currencies';
import { locale } from '@finflow/shared/locale';

/** As many digits as the endpoint takes. */
const mostDigits = 18;

/** What was typed in minor units, or why it can't be read: a sentence, or '' where what was expected says it all. */
export type AmountRead = { readonly minor: bigint } | { readonly reason: string };

/**
 * Reads what a person types or pastes as an amount into minor units. Understands "1234.5", "1,234.50", "1 234,50" and "12,5", with the
 * sign or the code of its own currency before or behind ("€1,234.50", "5 EUR"), in the wide figures of East Asian keyboards too, and
 * a true minus sign; "1,234" is a thousand. Refuses another currency's sign, too many decimals, more than 18 digits, and what may be
 * read in two ways: "1,234" where the currency has three decimals.
 */
export function readAmount(typed: string, currency: string): AmountRead {
  const digits = exponentOf(currency);
  const bare = withoutCurrency(compact(typed), currency);
  if (isInAnother(bare)) return no(`The field is in ${currency}.`);
  const match = /^(-?)(\d[\d.,]*|[.,]\d+)$/.exec(bare);
  if (!match) return no('');
  const [, sign = '', body = ''] = match;
  if (digits === 3 && /^[1-9]\d{0,2},\d{3}$/.test(body)) {
    return no(`“${body}” may be ${body.replace(',', '')} or ${body.replace(',', '.')}.`);
  }
  const { whole, fraction } = splitAtDecimal(body, digits);
  if (!/^\d+$/.test(whole) || !/^\d*$/.test(fraction)) return no('');
  if (fraction.length > digits) return no(tooManyDecimals(currency, digits));
  const minor = BigInt(whole + fraction.padEnd(digits, '0'));
  if (minor.toString().length > mostDigits) {
    return no(`An amount has at most ${mostDigits} digits.`);
  }
  return { minor: sign === '-' ? -minor : minor };
}

/** The same where it doesn't matter why nothing can be read: null then. */
export function parseAmount(typed: string, currency: string): bigint | null {
  const read = readAmount(typed, currency);
  return 'minor' in read ? read.minor : null;
}

/** What to say at the field: why it can't be read, and what is expected. */
export function explainAmount(typed: string, currency: string, expected: string): string {
  const read = readAmount(typed, currency);
  return 'reason' in read && read.reason !== '' ? `${read.reason} ${expected}` : expected;
}

/** An amount as one may be typed, for "such as": with the decimals of its currency. */
export function amountLike(currency: string): string {
  const digits = exponentOf(currency);
  return digits === 0 ? '1,234' : `1,234.${'5'.padEnd(digits, '0')}`;
}

const no = (reason: string) => ({ reason });

const tooManyDecimals = (currency: string, digits: number): string =>
  digits === 0 ? `${currency} has no decimals.` : `${currency} has ${digits} decimals at most.`;

const compact = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s'’]/g, '')
    .replace('\u2212', '-')
    .toLowerCase();

/** Takes off the currency's own code or sign, once, before or behind the figures. */
function withoutCurrency(text: string, currency: string): string {
  const minus = text.startsWith('-') ? '-' : '';
  const rest = text.slice(minus.length);
  const mark = marksOf(currency).find((one) => rest.startsWith(one) || rest.endsWith(one));
  if (mark === undefined) return text;
  return minus + (rest.startsWith(mark) ? rest.slice(mark.length) : rest.slice(0, -mark.length));
}

/** Whether a sign or code of money is left, once the field's own was taken off. */
const isInAnother = (text: string): boolean =>
  /\p{Sc}/u.test(text) || isCurrency((/^[a-z]{3}|[a-z]{3}$/.exec(text)?.[0] ?? '').toUpperCase());

/** What a currency is written with: its code, its sign, and the sign that it has at home ("$" of "CA$"). */
const marksOf = (currency: string): string[] => [
  currency.toLowerCase(),
  ...(['symbol', 'narrowSymbol'] as const).map((currencyDisplay) => {
    const format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay });
    const mark = format.formatToParts(0).find(({ type }) => type === 'currency')?.value;
    return compact(mark ?? currency);
  }),
];

function splitAtDecimal(body: string, digits: number): { whole: string; fraction: string } {
  const mark = decimalMark(body, digits);
  const at = mark === null ? body.length : body.lastIndexOf(mark);
  const groups = mark === '.' ? ',' : mark === ',' ? '.' : body.includes(',') ? ',' : '.';
  const whole = ungroup(body.slice(0, at), groups);
  return { whole: whole === '' && mark !== null ? '0' : whole, fraction: body.slice(at + 1) };
}

/** Of two kinds of mark the last is the decimal one; of one kind it depends on what follows it. */
function decimalMark(body: string, digits: number): '.' | ',' | null {
  const dot = body.lastIndexOf('.');
  const comma = body.lastIndexOf(',');
  if (dot >= 0 && comma >= 0) return dot > comma ? '.' : ',';
  if (dot >= 0) return body.indexOf('.') === dot ? '.' : null;
  if (comma < 0 || body.indexOf(',') !== comma) return null;
  const follows = body.length - comma - 1;
  return follows === 3 && digits !== 3 && comma > 0 ? null : ',';
}

/** Removes thousands separators; text with misplaced ones comes back as it was and is refused. */
function ungroup(whole: string, mark: string): string {
  const groups = whole.split(mark);
  if (groups.length === 1) return whole;
  const areThousands =
    groups.slice(1).every((group) => group.length === 3) && (groups[0]?.length ?? 0) <= 3;
  return areThousands ? groups.join('') : whole;
}
