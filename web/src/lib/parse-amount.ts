/** As many digits as the endpoint takes. */
const mostDigits = 18;

/** Reads what a person types as an amount into minor units. Understands "1234.5", "1,234.50", "1 234,50" and "12,5", in the wide figures of
 * East Asian keyboards too, and a true minus sign; "1,234" is a thousand. Null for anything else, for too many decimals, or more than 18 digits. */
export function parseAmount(typed: string, digits: number): bigint | null {
  const compact = typed.normalize('NFKC').replaceAll(/[\s']/g, '').replace('\u2212', '-');
  const match = /^(-?)(\d[\d.,]*|[.,]\d+)$/.exec(compact);
  if (!match) return null;
  const [, sign = '', body = ''] = match;
  const { whole, fraction } = splitAtDecimal(body, digits);
  if (!/^\d+$/.test(whole) || !/^\d*$/.test(fraction) || fraction.length > digits) return null;
  const minor = BigInt(whole + fraction.padEnd(digits, '0'));
  if (minor.toString().length > mostDigits) return null;
  return sign === '-' ? -minor : minor;
}

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
