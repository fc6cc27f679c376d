import { parseDecimal } from '@finflow/shared/decimal';
import * as z from 'zod/mini';
import type { InvoiceDraftInput } from '../../__generated__/schema.ts';
import { requiredDay } from '../../lib/day-rule.ts';
import { toDecimalPoint } from '../../lib/decimal-point.ts';
import { amountLike, explainAmount, parseAmount } from '../../lib/parse-amount.ts';

/** What is typed, as text; read exactly when it is drawn or sent. */
export type LineValues = {
  readonly description: string;
  readonly quantity: string;
  readonly unitPriceMinor: string;
  readonly discountPercent: string;
  readonly taxPercent: string;
};

export type InvoiceValues = {
  readonly customerId: string;
  readonly dueDate: string;
  readonly notes: string;
  readonly lines: LineValues[];
};

/** A further line starts with the tax of the one before: most invoices have one rate. */
export function newLine(before?: LineValues): LineValues {
  return {
    description: '',
    quantity: '1',
    unitPriceMinor: '',
    discountPercent: '',
    taxPercent: before?.taxPercent ?? '',
  };
}

/** The rules of the form, for a currency. The endpoint has the last word. */
export function invoiceSchema(currency: string) {
  const expected = `Enter a price, such as ${amountLike(currency)}.`;
  const line = z.object({
    description: z.string().check(z.trim(), z.minLength(1, 'Say what this is for.')),
    quantity: z
      .string()
      .check(z.refine((text) => isQuantity(text), 'Enter a number above zero, such as 2.5.')),
    unitPriceMinor: z.string().check(
      z.refine((text) => isPrice(text, currency), {
        error: ({ input }) => explainAmount(String(input), currency, expected),
      }),
    ),
    discountPercent: z
      .string()
      .check(z.refine((text) => isPercent(text), 'Enter a percentage from 0 to 100.')),
    taxPercent: z
      .string()
      .check(z.refine((text) => isPercent(text), 'Enter a percentage from 0 to 100.')),
  });
  return z.object({
    customerId: z.string().check(z.minLength(1, 'Choose a customer.')),
    dueDate: requiredDay('Choose the day it is due.'),
    notes: z.string(),
    lines: z.array(line).check(z.minLength(1, 'Add at least one line.')),
  });
}

/** Checked values as the endpoint wants them. */
export function toDraftInput(
  values: InvoiceValues,
  { id, currency }: { readonly id: string | null; readonly currency: string },
): InvoiceDraftInput {
  return {
    ...(id === null ? {} : { id }),
    customerId: values.customerId,
    dueDate: values.dueDate,
    notes: values.notes.trim() === '' ? null : values.notes.trim(),
    lines: values.lines.map((line) => ({
      description: line.description.trim(),
      quantity: toDecimalPoint(line.quantity),
      unitPriceMinor: (parseAmount(line.unitPriceMinor, currency) ?? 0n).toString(),
      discountPercent: toDecimalPoint(line.discountPercent) || '0',
      taxPercent: toDecimalPoint(line.taxPercent) || '0',
    })),
  };
}

function isQuantity(text: string): boolean {
  const decimal = parseDecimal(toDecimalPoint(text));
  return decimal !== null && decimal.units > 0n && decimal.scale <= 6;
}

function isPrice(text: string, currency: string): boolean {
  const minor = parseAmount(text, currency);
  return minor !== null && minor >= 0n;
}

function isPercent(text: string): boolean {
  if (text.trim() === '') return true;
  const decimal = parseDecimal(toDecimalPoint(text));
  if (!decimal || decimal.units < 0n || decimal.scale > 4) return false;
  return decimal.units <= 100n * 10n ** BigInt(decimal.scale);
}
