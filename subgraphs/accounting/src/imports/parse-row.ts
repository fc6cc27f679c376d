import { createHash } from 'node:crypto';
import { isLocalDate, type LocalDate } from '@finflow/shared/local-date';
import { parseMinor, toDecimalString } from '@finflow/shared/money';
import { isVisible, readsAsWritten } from '@finflow/shared/visible-text';
import { maxUnitPriceMinor } from '../invoices/check-draft.ts';
import type { Column } from './receivables-columns.ts';
import type { RowError } from './row-error.ts';

/** One invoice of a file. */
export type ImportRow = {
  readonly line: number;
  readonly customer: string;
  /** Its number in the file. */
  readonly number: string;
  readonly issueDate: LocalDate;
  readonly dueDate: LocalDate;
  readonly settledDate: LocalDate | null;
  readonly amountMinor: bigint;
  /** SHA-256 of what the row says: the same row is imported once. */
  readonly fingerprint: string;
};

export type RowRules = { readonly currency: string; readonly today: LocalDate };

/** A field that is missing or wrong. */
type Wrong = { readonly code: string; readonly message: string };
type Fault = Wrong & { readonly column: Column };

/**
 * Reads one row; gives the invoice, or all that is wrong with it. Codes: MISSING_VALUE, TEXT_TOO_LONG, BAD_DATE, BAD_AMOUNT,
 * NEGATIVE_AMOUNT, ZERO_AMOUNT, AMOUNT_TOO_LARGE, DUE_BEFORE_ISSUE, SETTLED_BEFORE_ISSUE, DATE_IN_FUTURE.
 */
export function parseRow(
  line: number,
  value: (column: Column) => string,
  rules: RowRules,
): ImportRow | readonly RowError[] {
  const faults: Fault[] = [];
  const read = <R>(column: Column, parse: (text: string) => R): Exclude<R, Wrong> | null => {
    const result = parse(value(column).trim());
    if (!isWrong(result)) return result as Exclude<R, Wrong>; // isWrong has just ruled it out.
    faults.push({ column, ...result });
    return null;
  };
  const customer = read('customerID', label);
  const number = read('invoiceNumber', label);
  const issueDate = read('InvoiceDate', date);
  const dueDate = read('DueDate', date);
  const amountMinor = read('InvoiceAmount', (text) => amount(text, rules.currency));
  const settledDate = read('SettledDate', (text) => (text === '' ? null : date(text)));
  faults.push(...orderFaults({ issueDate, dueDate, settledDate }, rules.today));
  const isComplete =
    customer !== null &&
    number !== null &&
    issueDate !== null &&
    dueDate !== null &&
    amountMinor !== null;
  if (faults.length > 0 || !isComplete) return faults.map((fault) => ({ line, ...fault }));
  const row = { customer, number, issueDate, dueDate, settledDate, amountMinor };
  return { line, ...row, fingerprint: fingerprintOf(row, rules.currency) };
}

type Dates = Readonly<Record<'issueDate' | 'dueDate' | 'settledDate', LocalDate | null>>;

function orderFaults({ issueDate, dueDate, settledDate }: Dates, today: LocalDate): Fault[] {
  const faults: Fault[] = [];
  const add = (column: Column, code: string, message: string) =>
    faults.push({ column, code, message });
  if (issueDate && dueDate && dueDate < issueDate) {
    add('DueDate', 'DUE_BEFORE_ISSUE', 'The due date is before the invoice date.');
  }
  if (issueDate && settledDate && settledDate < issueDate) {
    add('SettledDate', 'SETTLED_BEFORE_ISSUE', 'It was settled before the invoice date.');
  }
  if (settledDate && settledDate > today) {
    add('SettledDate', 'DATE_IN_FUTURE', 'The settled date is still to come.');
  }
  return faults;
}

const fault = (code: string, message: string): Wrong => ({ code, message });

const isWrong = <R>(value: R): value is R & Wrong =>
  typeof value === 'object' && value !== null && 'code' in value;

function label(text: string) {
  if (!isVisible(text)) return fault('MISSING_VALUE', 'The value is missing.');
  if (!readsAsWritten(text)) {
    return fault('TEXT_TURNED', 'The value has hidden characters that turn letters round.');
  }
  if (text.length > 200) return fault('TEXT_TOO_LONG', 'The value has more than 200 characters.');
  return text;
}

const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** M/D/YYYY, or YYYY-MM-DD. */
function date(text: string) {
  if (text === '') return fault('MISSING_VALUE', 'The date is missing.');
  const [, month = '', day = '', year = ''] = american.exec(text) ?? [];
  const iso = year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (isLocalDate(iso)) return iso;
  return fault('BAD_DATE', `"${text.slice(0, 40)}" is no date. Write M/D/YYYY or YYYY-MM-DD.`);
}

/** Minor units that are shown with the currency's own decimals. */
const amountLike = 123_450n;

function amount(text: string, currency: string) {
  if (text === '') return fault('MISSING_VALUE', 'The amount is missing.');
  const minor = parseMinor(text, currency);
  if (minor === null) {
    const like = toDecimalString({ minor: amountLike, currency });
    const message = `"${text.slice(0, 40)}" is no amount of ${currency}. Write it as ${like}.`;
    return fault('BAD_AMOUNT', message);
  }
  if (minor < 0n) return fault('NEGATIVE_AMOUNT', 'The amount is negative.');
  if (minor === 0n) return fault('ZERO_AMOUNT', 'The amount is zero.');
  return minor > maxUnitPriceMinor ? fault('AMOUNT_TOO_LARGE', 'The amount is too large.') : minor;
}

function fingerprintOf(row: Omit<ImportRow, 'line' | 'fingerprint'>, currency: string): string {
  const { customer, number, issueDate, dueDate, settledDate, amountMinor } = row;
  const said = [customer, number, issueDate, dueDate, settledDate, String(amountMinor), currency];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}
