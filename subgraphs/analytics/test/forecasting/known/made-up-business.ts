import { seededNumbers } from '@finflow/shared/seeded-numbers';
import { addDays, type LocalDate } from '@finflow/shared/local-date';
import type { CashEntryInput, InvoiceInput } from '../../../src/forecasting/known/outlook.ts';
import { normal, poisson, type Generator } from '../../../src/forecasting/known/draws.ts';

export type Business = {
  readonly invoices: readonly InvoiceInput[];
  readonly entries: readonly CashEntryInput[];
};

const start = '2023-01-01';
const days = 3 * 365;

/**
 * Three years of a business: fifteen customers who are invoiced at random and pay each in their own time, four subscriptions,
 * rent, a payroll that differs by a few percent, and small costs every other day.
 */
export function madeUpBusiness(seed: number): Business {
  const next = seededNumbers(seed);
  const customers = Array.from({ length: 15 }, (_, index) => ({
    id: `customer-${String(index)}`,
    invoicesADay: (0.5 + 3 * next()) / 30,
    daysLate: -5 + 15 * next(),
    usual: 50_000 + 400_000 * next(),
  }));
  const dates = Array.from({ length: days }, (_, day) => addDays(start, day));
  return {
    invoices: dates.flatMap((on) => [
      ...customers.flatMap((customer) =>
        Array.from({ length: poisson(next, customer.invoicesADay) }, (_, index) =>
          invoiceOf(`${on} ${customer.id} ${String(index)}`, on, customer, next),
        ),
      ),
      ...(on.endsWith('-01') ? subscriptions(on) : []),
    ]),
    entries: dates.flatMap((on) => costs(on, next)),
  };
}

function invoiceOf(
  id: string,
  issuedOn: LocalDate,
  customer: { readonly id: string; readonly daysLate: number; readonly usual: number },
  next: Generator,
): InvoiceInput {
  const amountMinor = BigInt(Math.round(customer.usual * Math.exp(0.3 * normal(next))));
  const dueOn = addDays(issuedOn, 30);
  const late = Math.max(-29, Math.round(customer.daysLate + 8 * normal(next)));
  const payments = next() < 0.02 ? [] : [{ on: addDays(dueOn, late), amountMinor }];
  return { id, customerId: customer.id, issuedOn, dueOn, amountMinor, payments };
}

const subscriptions = (issuedOn: LocalDate): InvoiceInput[] =>
  [30_000n, 37_000n, 44_000n, 51_000n].map((amountMinor, index) => {
    const customerId = `subscriber-${String(index)}`;
    const dueOn = addDays(issuedOn, 14);
    const payments = [{ on: addDays(dueOn, index), amountMinor }];
    return { id: `${issuedOn} ${customerId}`, customerId, issuedOn, dueOn, amountMinor, payments };
  });

function costs(on: LocalDate, next: Generator): CashEntryInput[] {
  const cost = (party: string, category: string, amount: number): CashEntryInput => ({
    id: `${on} ${party}`,
    on,
    amountMinor: -BigInt(Math.round(amount)),
    party,
    category,
  });
  const small = Array.from({ length: poisson(next, 0.6) }, (_, index) =>
    cost(`shop ${String(index)}`, 'Supplies', 20_000 * Math.exp(0.8 * normal(next))),
  );
  if (on.endsWith('-01')) return [...small, cost('landlord', 'Rent', 1_500_000)];
  if (on.endsWith('-25'))
    return [...small, cost('staff', 'Payroll', 2_500_000 * (1 + 0.03 * normal(next)))];
  return small;
}

/** What really came in and went out in a period. */
export function netOf({ invoices, entries }: Business, from: LocalDate, to: LocalDate): bigint {
  const isIn = ({ on }: { readonly on: LocalDate }) => on >= from && on <= to;
  const moved = [...invoices.flatMap(({ payments }) => payments), ...entries].filter(isIn);
  return moved.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
}
