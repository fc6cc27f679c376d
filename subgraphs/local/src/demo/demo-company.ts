import { addMonths, type LocalDate } from '@finflow/shared/local-date';
import { makeCosts } from './demo-costs.ts';
import { demoCast } from './demo-customers.ts';
import { makeOrders, type Order } from './demo-orders.ts';
import { paymentsFor } from './demo-payments.ts';
import type { DemoCustomer, DemoInvoice, DemoPlan, DemoStep } from './demo-plan.ts';
import { makeToday } from './demo-today.ts';
import { createRandom } from './random.ts';

export const demoCompanyName = 'Holm & Linde Woodworks';

/** The seed of the company that a first start shows: with it the workshop always stays solvent. */
export const demoSeed = 2024;

/** What is overdue today was issued up to 71 days ago. */
const minMonths = 4;

/**
 * Makes up a company: `months` months of a small workshop, up to `today`. The same arguments give the same plan.
 * @param months at least 4; the current month counts
 * @throws RangeError for fewer
 */
export function demoCompany({
  seed,
  today,
  months = 24,
}: {
  readonly seed: number;
  readonly today: LocalDate;
  readonly months?: number;
}): DemoPlan {
  if (months < minMonths) throw new RangeError(`A plan has at least ${minMonths} months`);
  const random = createRandom(seed);
  const firstMonth = addMonths(today, 1 - months);
  const ordered = makeOrders(firstMonth, months, today, random);
  const now = makeToday(today);
  const orders = ordered.map(named);
  const invoices = [...orders.map(({ invoice }) => invoice), ...now.invoices].toSorted(
    byDate(({ issueDate }) => issueDate),
  );
  const costs = makeCosts(firstMonth, months, invoices, random);
  const steps: DemoStep[] = [
    ...costs.map((entry) => ({ kind: 'post' as const, ...entry })),
    ...invoices.map(issue),
    ...orders
      .flatMap((order) => paymentsFor(order, today, random))
      .concat(now.payments)
      .map((payment) => ({ kind: 'receive' as const, ...payment })),
  ];
  return {
    seed,
    companyName: demoCompanyName,
    currency: 'EUR',
    today,
    customers: demoCast.map(toCustomer),
    invoices,
    // Sorting is stable: within a day costs come first, then invoices, then payments.
    steps: steps.filter(({ date }) => date < today).toSorted(byDate(({ date }) => date)),
    drafts: now.drafts,
    cardPayments: now.cardPayments,
  };
}

const named = (order: Order, index: number): Order => ({
  ...order,
  invoice: { ...order.invoice, key: `invoice-${String(index + 1).padStart(4, '0')}` },
});

const issue = ({ key, issueDate }: DemoInvoice): DemoStep => ({
  kind: 'issue',
  key: `${key}-issue`,
  date: issueDate,
  invoiceKey: key,
});

const toCustomer = ({ key, name, email, address, character }: DemoCustomer): DemoCustomer => ({
  key,
  name,
  email,
  address,
  character,
});

const byDate =
  <T>(dateOf: (item: T) => LocalDate) =>
  (a: T, b: T): number =>
    dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : 0;
