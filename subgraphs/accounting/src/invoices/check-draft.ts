import { parseDecimal } from '@finflow/shared/decimal';
import { refuse, type Refusal } from '@finflow/shared/refusal';
import { optionalText, requiredText } from '../clean-text.ts';

export type LineInput = {
  readonly description: string;
  readonly quantity: string;
  readonly unitPriceMinor: bigint;
  readonly discountPercent: string;
  readonly taxPercent: string;
};

export type DraftInput = {
  readonly id?: string | null;
  readonly customerId: string;
  readonly currency?: string | null;
  readonly dueDate: string;
  readonly lines: readonly LineInput[];
  readonly notes?: string | null;
};

const maxLines = 200;
/** Ten trillion in cents: sums of 200 such lines stay far inside bigint. */
export const maxUnitPriceMinor = 10n ** 15n;
export const maxTotalMinor = 10n ** 17n;
const maxQuantity = 10n ** 9n;

/**
 * The first thing wrong with a draft; null when nothing is.
 * Codes: EMPTY_INVOICE, TOO_MANY_LINES, REQUIRED, TEXT_TOO_LONG, BAD_TEXT, BAD_QUANTITY, NEGATIVE_AMOUNT, AMOUNT_TOO_LARGE,
 * BAD_PERCENT, CURRENCY_NOT_SUPPORTED.
 */
export function checkDraft(draft: DraftInput, baseCurrency: string): Refusal | null {
  if (draft.lines.length === 0) return no('EMPTY_INVOICE', 'Add at least one line.', 'lines');
  if (draft.lines.length > maxLines) {
    return no('TOO_MANY_LINES', `An invoice has at most ${maxLines} lines.`, 'lines');
  }
  if (draft.currency && draft.currency !== baseCurrency) {
    const message = `Invoices are in ${baseCurrency}, the currency of your books.`;
    return no('CURRENCY_NOT_SUPPORTED', message, 'currency');
  }
  const notes = optionalText(draft.notes, {
    field: 'input.notes',
    maxLength: 2000,
    name: 'The note',
  });
  if (isRefused(notes)) return notes;
  for (const [index, line] of draft.lines.entries()) {
    const problem = checkLine(line, `lines.${index}`);
    if (problem) return problem;
  }
  return null;
}

function checkLine(line: LineInput, field: string): Refusal | null {
  const limits = { field: `input.${field}.description`, maxLength: 500, name: 'The description' };
  const description = requiredText(line.description, limits);
  if (isRefused(description)) return description;
  if (!isQuantity(line.quantity)) {
    const message = 'A quantity is above 0 and below a billion, with 6 decimals at most.';
    return no('BAD_QUANTITY', message, `${field}.quantity`);
  }
  if (line.unitPriceMinor < 0n) {
    return no('NEGATIVE_AMOUNT', 'A price can’t be negative.', `${field}.unitPriceMinor`);
  }
  if (line.unitPriceMinor > maxUnitPriceMinor) {
    return no('AMOUNT_TOO_LARGE', 'This price is too large.', `${field}.unitPriceMinor`);
  }
  const percentMessage = 'A percentage is 0 to 100, with 4 decimals at most.';
  if (!isPercent(line.discountPercent)) {
    return no('BAD_PERCENT', percentMessage, `${field}.discountPercent`);
  }
  if (!isPercent(line.taxPercent)) return no('BAD_PERCENT', percentMessage, `${field}.taxPercent`);
  return null;
}

function isQuantity(text: string): boolean {
  const quantity = parseDecimal(text);
  if (!quantity || quantity.scale > 6 || quantity.units <= 0n) return false;
  return quantity.units < maxQuantity * 10n ** BigInt(quantity.scale);
}

function isPercent(text: string): boolean {
  const percent = parseDecimal(text);
  if (!percent || percent.scale > 4 || percent.units < 0n) return false;
  return percent.units <= 100n * 10n ** BigInt(percent.scale);
}

const isRefused = (value: string | null | Refusal): value is Refusal =>
  value !== null && typeof value === 'object';

const no = (code: string, message: string, field: string) =>
  refuse('InvalidInput', code, message, `input.${field}`);
