import type { Clock } from '@finflow/shared/clock';
import { addDays, type LocalDate } from '@finflow/shared/local-date';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { isOpen } from '../categories/open-transactions.ts';
import { Organization } from '../organization/organization.entity.ts';
import { topCustomers } from '../kpis/kpi.queries.ts';
import { readKpis } from '../kpis/kpis.service.ts';
import type { Insight } from './insight.ts';
import type { InsightFacts, Late, Weeks } from './insight-facts.ts';
import { insightsOf } from './insight-rules.ts';
import { runningWeek } from './insight-week.ts';

export type WeeklyInsights = {
  readonly week: LocalDate;
  readonly currency: string;
  readonly insights: readonly Insight[];
};

/**
 * The insights of the week that runs, at most five. They are made of what stood in the books at the end of last Sunday, so that they stay for a week;
 * null before the organization's events have arrived.
 */
export async function readInsights(
  em: SqlEntityManager,
  clock: Clock,
): Promise<WeeklyInsights | null> {
  const [organization] = await em.find(Organization, {}, { limit: 1 });
  if (!organization) return null;
  const week = runningWeek(clock.now(), organization.timeZone);
  const facts = await readFacts(em, addDays(week, -1));
  return facts && { week, currency: facts.currency, insights: insightsOf(facts) };
}

async function readFacts(em: SqlEntityManager, sunday: LocalDate): Promise<InsightFacts | null> {
  const quarterAgo = addDays(sunday, -91);
  const [now, before] = await Promise.all([
    readKpis(em, sunday, { from: addDays(sunday, -364), to: sunday }),
    readKpis(em, quarterAgo, { from: addDays(quarterAgo, -364), to: quarterAgo }),
  ]);
  if (!now || !before) return null;
  const { currency, period } = now;
  const [[largest], weeks, late, uncategorized] = await Promise.all([
    topCustomers(em, { currency, period, first: 1 }),
    readWeeks(em, currency, sunday),
    readLate(em, currency, sunday),
    readUncategorized(em, currency, sunday),
  ]);
  return {
    currency,
    sunday,
    cashMinor: now.cash.current,
    burnMinor: now.burnMinor,
    runwayMonths: now.runwayMonths,
    salesDays: { now: now.daysSalesOutstanding, before: before.daysSalesOutstanding },
    invoicedMinor: now.sums.invoicedMinor,
    largest: largest ? { customerId: largest.key, invoicedMinor: largest.amountMinor } : null,
    late,
    uncategorized,
    ...weeks,
  };
}

/** Sales and expenses of the last four weeks and of the twelve before. */
async function readWeeks(em: SqlEntityManager, currency: string, sunday: LocalDate) {
  const rows = await em.execute<{ type: string; code: string; last: string; before: string }[]>(
    `select type, code,
       coalesce(sum(credit_minor - debit_minor) filter (where date > ?), 0)::text as last,
       coalesce(sum(credit_minor - debit_minor) filter (where date <= ?), 0)::text as before
     from account_day
     where currency = ? and date > ? and date <= ? and type in ('INCOME', 'EXPENSE')
     group by type, code order by code`,
    [addDays(sunday, -28), addDays(sunday, -28), currency, addDays(sunday, -112), sunday],
  );
  const sales: Weeks = rows
    .filter(({ type }) => type === 'INCOME')
    .reduce(
      ({ last4Minor, before12Minor }, { last, before }) => ({
        last4Minor: last4Minor + BigInt(last),
        before12Minor: before12Minor + BigInt(before),
      }),
      { last4Minor: 0n, before12Minor: 0n },
    );
  const spending = rows
    .filter(({ type }) => type === 'EXPENSE')
    .map(({ code, last, before }) => ({
      accountCode: code,
      last4Minor: -BigInt(last),
      before12Minor: -BigInt(before),
    }));
  return { sales, spending };
}

/** What was late then and is not paid in full since, with what is due of it now. */
async function readLate(em: SqlEntityManager, currency: string, sunday: LocalDate) {
  const rows = await em.execute<{ customer: string; count: string; due: string; oldest: string }[]>(
    `select customer_id::text as customer, count(*)::text as count, sum(due)::text as due,
       min(due_date)::text as oldest
     from (
       select customer_id, due_date, coalesce(due_minor, total_minor) as due from receivable
       where currency = ? and paid_on is null and due_date < ? and customer_id is not null
     ) as invoice
     where due > 0 group by customer_id order by sum(due) desc, customer_id limit 20`,
    [currency, sunday],
  );
  return rows.map(
    ({ customer, count, due, oldest }): Late => ({
      customerId: customer,
      count: Number(count),
      dueMinor: BigInt(due),
      oldestDueDate: oldest,
    }),
  );
}

async function readUncategorized(em: SqlEntityManager, currency: string, sunday: LocalDate) {
  const [row] = await em.execute<{ count: string; amount: string }[]>(
    `select count(*)::text as count, coalesce(sum(t.amount_minor), 0)::text as amount
     from transaction t where t.currency = ? and t.date <= ? and ${isOpen}`,
    [currency, sunday],
  );
  return { count: Number(row?.count ?? 0), amountMinor: BigInt(row?.amount ?? 0) };
}
