import { addDays, addMonths, type LocalDate } from '@finflow/shared/local-date';
import { type CastMember, demoCast } from './demo-customers.ts';
import { orderLines } from './demo-goods.ts';
import type { DemoInvoice } from './demo-plan.ts';
import type { Random } from './random.ts';

/** How busy each month of the year is, January first, 100 is ordinary: autumn fairs and Christmas, quiet in summer. */
const season = [65, 75, 100, 110, 110, 95, 80, 60, 115, 140, 150, 105];

/** An invoice with the customer's habits at hand. */
export type Order = { readonly invoice: DemoInvoice; readonly customer: CastMember };

/** Everything that was ordered in the ordinary course of business, by the day of the invoice, up to yesterday. */
export function makeOrders(
  firstMonth: LocalDate,
  months: number,
  today: LocalDate,
  random: Random,
): Order[] {
  const orders: Order[] = [];
  for (let index = 0; index < months; index += 1) {
    const month = addMonths(firstMonth, index);
    for (const customer of demoCast) {
      for (let count = orderCount(customer, month, index, random); count > 0; count -= 1) {
        orders.push(makeOrder(customer, month, index, random));
      }
    }
  }
  return orders
    .filter(({ invoice }) => invoice.issueDate < today)
    .toSorted((a, b) => compare(a.invoice.issueDate, b.invoice.issueDate));
}

/** Mostly none or one: the season and the company's growth (about a third in two years) decide. */
function orderCount(customer: CastMember, month: LocalDate, index: number, random: Random): number {
  const monthOfYear = Number(month.slice(5, 7));
  const { activeFrom, activeTo, onlyMonths } = customer;
  if (index < activeFrom || index > activeTo) return 0;
  if (onlyMonths && !onlyMonths.includes(monthOfYear)) return 0;
  const busy = (season[monthOfYear - 1] ?? 100) * (200 + 3 * index);
  const percent = Math.trunc((customer.ordersPercent * busy) / 20_000);
  return Math.trunc(percent / 100) + (random.chance(percent % 100) ? 1 : 0);
}

function makeOrder(customer: CastMember, month: LocalDate, index: number, random: Random): Order {
  const issueDate = addDays(month, random.between(0, 27));
  return {
    customer,
    invoice: {
      key: '',
      customerKey: customer.key,
      issueDate,
      dueDate: addDays(issueDate, customer.termDays),
      lines: orderLines(customer, index, random),
    },
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
