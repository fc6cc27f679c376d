import { describe, expect, it } from '@jest/globals';
import { invoiceTotal } from '@finflow/shared/invoice-total';
import { addDays } from '@finflow/shared/local-date';
import fc from 'fast-check';
import { demoCompany, demoSeed } from '../src/demo/demo-company.ts';
import type { DemoPlan } from '../src/demo/demo-plan.ts';

const anyPlan = fc
  .record({ seed: fc.nat(), days: fc.nat(800), months: fc.integer({ min: 4, max: 30 }) })
  .map(({ seed, days, months }) =>
    demoCompany({ seed, months, today: addDays('2026-01-01', days) }),
  );

const always = (claim: (plan: DemoPlan) => void) =>
  fc.assert(fc.property(anyPlan, claim), { numRuns: 25 });

const total = (plan: DemoPlan, key: string): bigint =>
  invoiceTotal(plan.invoices.find((invoice) => invoice.key === key)?.lines ?? []).totalMinor;

const paidOf = (plan: DemoPlan): Map<string, bigint> => {
  const paid = new Map<string, bigint>();
  for (const step of plan.steps) {
    if (step.kind !== 'receive') continue;
    paid.set(step.invoiceKey, (paid.get(step.invoiceKey) ?? 0n) + step.amountMinor);
  }
  return paid;
};

const openInvoices = (plan: DemoPlan) => {
  const paid = paidOf(plan);
  return plan.invoices.filter(({ key }) => (paid.get(key) ?? 0n) < total(plan, key));
};

describe('a plan', () => {
  it('is the same for the same seed and day, and another for another seed', () => {
    const plan = (seed: number) => demoCompany({ seed, today: '2026-07-15' });
    expect(plan(5)).toEqual(plan(5));
    expect(plan(5).steps).not.toEqual(plan(6).steps);
  });

  it('names each thing once, and only things that exist', () => {
    always((plan) => {
      const keys = [...plan.steps, ...plan.cardPayments].map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      const customers = new Set(plan.customers.map(({ key }) => key));
      expect(plan.invoices.every(({ customerKey }) => customers.has(customerKey))).toBe(true);
      const invoices = new Set(plan.invoices.map(({ key }) => key));
      expect(invoices.size).toBe(plan.invoices.length);
      const named = [...plan.steps, ...plan.cardPayments].flatMap((step) =>
        'invoiceKey' in step ? [step.invoiceKey] : [],
      );
      expect(named.filter((key) => !invoices.has(key))).toEqual([]);
    });
  });

  it('issues every invoice, in the order of their numbers, before anything is paid on it', () => {
    always((plan) => {
      const issued = new Set<string>();
      const tooEarly: string[] = [];
      for (const step of plan.steps) {
        if (step.kind === 'issue') issued.add(step.invoiceKey);
        if (step.kind === 'receive' && !issued.has(step.invoiceKey)) tooEarly.push(step.key);
      }
      expect(tooEarly).toEqual([]);
      expect([...issued]).toEqual(plan.invoices.map(({ key }) => key));
    });
  });

  it('goes forward in time, and ends before today', () => {
    always(({ steps, today }) => {
      const dates = steps.map(({ date }) => date);
      expect(dates).toEqual(dates.toSorted());
      expect(dates.every((date) => date < today)).toBe(true);
    });
  });

  it('never pays more than is owed, and moves only positive amounts', () => {
    always((plan) => {
      for (const [key, paid] of paidOf(plan)) expect(paid <= total(plan, key)).toBe(true);
      const amounts = plan.steps.flatMap((step) =>
        'amountMinor' in step ? [step.amountMinor] : [],
      );
      expect(amounts.every((amount) => amount > 0n)).toBe(true);
    });
  });

  it('shows every situation today: open, overdue, paid in part, drafts, cards to be paid in full', () => {
    always((plan) => {
      const open = openInvoices(plan);
      const paid = paidOf(plan);
      expect(open.filter(({ dueDate }) => dueDate < plan.today).length).toBeGreaterThanOrEqual(3);
      expect(open.filter(({ dueDate }) => dueDate >= plan.today).length).toBeGreaterThanOrEqual(5);
      expect(open.some(({ key }) => paid.has(key))).toBe(true);
      expect(plan.drafts).toHaveLength(1);
      expect(plan.cardPayments.every(({ invoiceKey }) => !paid.has(invoiceKey))).toBe(true);
    });
  });
});

const cashOf = (step: DemoPlan['steps'][number]): bigint => {
  if (step.kind === 'issue') return 0n;
  return step.kind === 'post' && step.credit === '1000' ? -step.amountMinor : step.amountMinor;
};

describe('the company of the first start', () => {
  const days = Array.from({ length: 26 }, (_, index) => addDays('2026-11-22', index * 29));

  it('never runs out of cash, whatever day it is', () => {
    for (const today of days) {
      let [cash, least] = [0n, 0n];
      for (const step of demoCompany({ seed: demoSeed, today }).steps) {
        cash += cashOf(step);
        if (cash < least) least = cash;
      }
      expect([today, least]).toEqual([today, 0n]);
    }
  });

  it('grows from year to year and is busier in autumn than in winter', () => {
    const plan = demoCompany({ seed: demoSeed, today: '2026-12-31' });
    const sold = (...months: string[]) =>
      plan.invoices
        .filter(({ issueDate }) => months.some((month) => issueDate.startsWith(month)))
        .reduce((sum, { lines }) => sum + invoiceTotal(lines).netMinor, 0n);
    expect(sold('2026') > sold('2025')).toBe(true);
    expect(sold('2026-10', '2026-11') > 2n * sold('2026-01', '2026-02')).toBe(true);
  });

  it('has customers of every character', () => {
    const { customers } = demoCompany({ seed: demoSeed, today: '2026-07-15' });
    const characters = new Set(customers.map(({ character }) => character));
    expect(characters.size).toBe(7);
  });
});
