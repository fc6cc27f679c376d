import { invoiceTotal } from '@finflow/shared/invoice-total';
import { addDays, type LocalDate } from '@finflow/shared/local-date';
import type { Order } from './demo-orders.ts';
import type { PaymentByHand } from './demo-plan.ts';
import type { Random } from './random.ts';

/** How this customer pays this invoice, by habit; what would only be paid today or later is still open. */
export function paymentsFor(order: Order, today: LocalDate, random: Random): PaymentByHand[] {
  return planned(order, random).filter(({ date }) => date < today);
}

function planned({ invoice, customer }: Order, random: Random): PaymentByHand[] {
  const { character, method } = customer;
  const totalMinor = invoiceTotal(invoice.lines).totalMinor;
  const delay = random.between(...customer.payDays);
  const pay = (part: number, date: LocalDate, amountMinor: bigint): PaymentByHand => ({
    key: `${invoice.key}-payment-${part}`,
    invoiceKey: invoice.key,
    date: date < invoice.issueDate ? invoice.issueDate : date,
    amountMinor,
    method,
  });
  switch (character) {
    case 'PROMPT':
      return [pay(1, addDays(invoice.issueDate, delay), totalMinor)];
    case 'DEPOSIT': {
      const deposit = (totalMinor * 2n) / 5n;
      return [
        pay(1, addDays(invoice.issueDate, delay), deposit),
        pay(2, addDays(invoice.dueDate, delay), totalMinor - deposit),
      ];
    }
    case 'LATE': {
      // Now and then a late payer sends half first.
      const paidOn = addDays(invoice.dueDate, delay);
      if (!random.chance(20)) return [pay(1, paidOn, totalMinor)];
      const half = totalMinor / 2n;
      return [pay(1, paidOn, half), pay(2, addDays(paidOn, 16), totalMinor - half)];
    }
    case 'PUNCTUAL':
    case 'SEASONAL':
    case 'CHURNED':
    case 'NEW':
      return [pay(1, addDays(invoice.dueDate, delay), totalMinor)];
    default:
      return character satisfies never;
  }
}
