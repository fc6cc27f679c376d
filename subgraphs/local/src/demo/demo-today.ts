import { invoiceTotal } from '@finflow/shared/invoice-total';
import { addDays, type LocalDate } from '@finflow/shared/local-date';
import type { CardPayment, DemoInvoice, DemoLine, PaymentByHand } from './demo-plan.ts';

/** What is going on today, the same for every seed: screens and tests find each situation at least once. */
export type Today = {
  readonly invoices: readonly DemoInvoice[];
  readonly payments: readonly PaymentByHand[];
  readonly drafts: readonly DemoInvoice[];
  readonly cardPayments: readonly CardPayment[];
};

export function makeToday(today: LocalDate): Today {
  const write = (customer: number, ageDays: number, dueInDays: number, lines: DemoLine[]) =>
    ({
      key: `today-${customer}-${ageDays}`,
      customerKey: `customer-${String(customer).padStart(2, '0')}`,
      issueDate: addDays(today, -ageDays),
      dueDate: addDays(today, dueInDays),
      lines,
    }) satisfies DemoInvoice;

  const overdue = [
    write(7, 71, -41, [line('Fair stand, plywood and linoleum', '1', 486_000n)]),
    write(6, 49, -19, [line('Bar stool, oak', '8', 28_600n), line('Delivery', '1', 9_256n)]),
    write(16, 34, -4, [line('Restoration, per hour', '11.5', 7_072n)]),
  ];
  const partPaid = write(12, 13, 17, [line('Tasting table, solid oak, 320 cm', '1', 264_000n)]);
  const open = [
    write(3, 9, 21, [line('Reception desk, ash', '1', 372_000n)]),
    write(13, 6, 8, [line('Shelf, made to measure, per m', '7.2', 17_056n)]),
    write(4, 4, 26, [line('Wall panel, birch plywood, per m²', '34.5', 12_272n)]),
    write(5, 2, 43, [line('Reading bench, oak', '4', 58_000n)]),
  ];
  const byCard = [
    write(2, 8, 6, [line('Re-caning a seat', '4', 15_080n)]),
    write(14, 7, 7, [line('Sanding and oiling, per m²', '16', 5_096n)]),
    write(1, 5, 9, [line('Bistro table, beech', '3', 32_760n)]),
    write(11, 3, 27, [line('Chair, ash, oiled', '6', 25_480n)]),
    write(9, 2, 19, [line('Bench, oak, 180 cm', '2', 54_080n)]),
  ];
  const draft = write(15, 0, 30, [line('Sideboard, walnut', '3', 147_680n, '0')]);
  return {
    invoices: [...overdue, partPaid, ...open, ...byCard],
    payments: [halfOf(partPaid, addDays(today, -5))],
    drafts: [draft],
    cardPayments: cardPayments(byCard),
  };
}

/** One succeeds, one is refunded in part and one in full, one is declined, and one succeeds again. */
function cardPayments(invoices: readonly DemoInvoice[]): CardPayment[] {
  const manner: readonly Omit<CardPayment, 'key' | 'invoiceKey'>[] = [
    { card: 'pm_card_visa' },
    {
      card: 'pm_card_mastercard',
      refundPercent: 25n,
      refundReason: 'One patch needs a second coat',
    },
    { card: 'pm_card_visa', refundPercent: 100n, refundReason: 'Order cancelled' },
    { card: 'pm_card_chargeDeclinedInsufficientFunds' },
    { card: 'pm_card_visa' },
  ];
  return manner.flatMap((how, index) => {
    const invoice = invoices[index];
    return invoice ? [{ ...how, key: `${invoice.key}-card`, invoiceKey: invoice.key }] : [];
  });
}

const line = (
  description: string,
  quantity: string,
  unitPriceMinor: bigint,
  taxPercent = '19',
): DemoLine => ({ description, quantity, unitPriceMinor, discountPercent: '0', taxPercent });

const halfOf = (invoice: DemoInvoice, date: LocalDate): PaymentByHand => ({
  key: `${invoice.key}-payment-1`,
  invoiceKey: invoice.key,
  date,
  amountMinor: invoiceTotal(invoice.lines).totalMinor / 2n,
  method: 'BANK_TRANSFER',
});
