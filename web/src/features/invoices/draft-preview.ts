import { parseDecimal } from '@finflow/shared/decimal';
import { invoiceTotal, type LineToPrice } from '@finflow/shared/invoice-total';
import { toDecimalPoint } from '../../lib/decimal-point.ts';
import { fromMinor } from '../../lib/format-money.ts';
import { parseAmount } from '../../lib/parse-amount.ts';
import type { Paper } from '../../ui/InvoicePaper.tsx';
import type { InvoiceValues, LineValues } from './invoice-form.ts';

type Around = {
  readonly currency: string;
  readonly from: string;
  readonly number: string | null;
  readonly to: Paper['to'];
};

/** The sheet that what is typed so far would make. Reckoned by the server's own rule; what can't be
 * read yet counts as nothing, so that the preview never jumps away while somebody types. */
export function previewDraft(values: InvoiceValues, around: Around): Paper {
  const { currency } = around;
  const toPrice = values.lines.map((line) => readLine(line, currency));
  const total = invoiceTotal(toPrice);
  const money = (minor: bigint) => fromMinor(minor, currency);
  return {
    from: around.from,
    to: around.to,
    number: around.number,
    issueDate: null,
    dueDate: values.dueDate === '' ? null : values.dueDate,
    notes: values.notes,
    lines: toPrice.map((line, at) => ({
      id: String(at),
      description: values.lines[at]?.description ?? '',
      quantity: line.quantity,
      unitPrice: money(line.unitPriceMinor),
      discountPercent: line.discountPercent,
      taxPercent: line.taxPercent,
      net: money(total.lines[at]?.netMinor ?? 0n),
    })),
    subtotal: money(total.subtotalMinor),
    discountTotal: money(total.discountMinor),
    taxTotal: money(total.taxMinor),
    total: money(total.totalMinor),
  };
}

function readLine(line: LineValues, currency: string): LineToPrice {
  return {
    quantity: readDecimal(line.quantity),
    unitPriceMinor: parseAmount(line.unitPriceMinor, currency) ?? 0n,
    discountPercent: readDecimal(line.discountPercent),
    taxPercent: readDecimal(line.taxPercent),
  };
}

function readDecimal(typed: string): string {
  const text = toDecimalPoint(typed);
  return parseDecimal(text) ? text : '0';
}
