import { exponentOf } from '@finflow/shared/currencies';
import { formatDecimal, parseDecimal } from '@finflow/shared/decimal';
import { toDecimalString } from '@finflow/shared/money';
import type { Invoice, InvoiceLine } from '../invoice.entity.ts';

/** All that an invoice's page says, as text. */
export type InvoicePage = {
  readonly seller: string;
  readonly buyer: { readonly name: string; readonly address: string };
  readonly number: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly lines: readonly PageLine[];
  readonly sums: readonly (readonly [label: string, value: string])[];
  readonly due: readonly [label: string, value: string];
  readonly notes: string;
};

export type PageLine = {
  readonly description: string;
  /** What explains the amount: discount and tax, where there are any. */
  readonly detail: string;
  readonly quantity: string;
  readonly price: string;
  readonly net: string;
};

/** Sets an issued invoice in words and figures. */
export function invoicePage(from: {
  readonly sellerName: string;
  readonly buyer: { readonly name: string; readonly address: string | null };
  readonly invoice: Invoice;
  readonly lines: readonly InvoiceLine[];
}): InvoicePage {
  const { invoice, buyer } = from;
  const amount = (minor: bigint) => grouped(minor, invoice.currency);
  const full = (minor: bigint) => `${amount(minor)} ${invoice.currency}`;
  const some = (label: string, minor: bigint, sign = '') =>
    minor === 0n ? [] : [[label, `${sign}${full(minor)}`] as const];
  return {
    seller: from.sellerName,
    buyer: { name: buyer.name, address: buyer.address ?? '' },
    number: invoice.number ?? '',
    facts: [
      ['Invoice', invoice.number ?? ''],
      ...(invoice.reference ? [['Reference', invoice.reference] as const] : []),
      ['Issued', invoice.issueDate ?? ''],
      ['Due', invoice.dueDate],
    ],
    lines: from.lines.map((line) => toPageLine(line, amount)),
    sums: [
      ['Subtotal', full(invoice.subtotalMinor)],
      ...some('Discount', invoice.discountMinor, '\u2212'),
      ...some('Tax', invoice.taxMinor),
      ['Total', full(invoice.totalMinor)],
      ...some('Paid', invoice.paidMinor, '\u2212'),
      ...some('Refunded', invoice.refundedMinor),
    ],
    due: ['Amount due', full(invoice.dueMinor)],
    notes: invoice.notes ?? '',
  };
}

function toPageLine(line: InvoiceLine, amount: (minor: bigint) => string): PageLine {
  const discount = plain(line.discountPercent);
  const tax = plain(line.taxPercent);
  const details = [
    discount === '0' ? '' : `${discount} % discount`,
    tax === '0' ? '' : `${tax} % tax`,
  ];
  return {
    description: line.description,
    detail: details.filter((text) => text !== '').join(', '),
    quantity: plain(line.quantity),
    price: amount(line.unitPriceMinor),
    net: amount(line.netMinor),
  };
}

/** The database pads decimals with zeros: "2.500000" is 2.5. */
function plain(text: string): string {
  const decimal = parseDecimal(text);
  return decimal ? formatDecimal(decimal) : text;
}

/** "1 234 567.50": thousands apart by thin spaces, which no locale reads as a decimal sign. */
function grouped(minor: bigint, currency: string): string {
  const text = toDecimalString({ minor, currency });
  const decimals = exponentOf(currency);
  const whole = decimals === 0 ? text : text.slice(0, -decimals - 1);
  return whole.replaceAll(/\B(?=(\d{3})+$)/g, '\u202f') + text.slice(whole.length);
}
