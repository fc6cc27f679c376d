import type { Clock } from '@finflow/shared/clock';
import { addDays, type LocalDate } from '@finflow/shared/local-date';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { isOpen } from '../categories/open-transactions.ts';
import { Organization } from '../organization/organization.entity.ts';
import { topCustomers } from '../kpis/kpi.queries.ts';
import { readKpis } from '../kpis/kpis.service.ts';
import type { Insight } from './insight.ts';
import { type InsightFacts, type Late, mostWeeks, type Weeks } from './insight-facts.ts';
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

/** Sales and expenses by week, up to the Sunday; only weeks that lie whole in the books. */
async function readWeeks(em: SqlEntityManager, currency: string, sunday: LocalDate) {
  const rows = await em.execute<WeekRow[]>(
    `select type, code, (?::date - date) / 7 as ago,
       sum(credit_minor - debit_minor)::text as amount
     from account_day
     where currency = ? and date > ? and date <= ? and type in ('INCOME', 'EXPENSE')
     group by type, code, ago order by code, ago`,
    [sunday, currency, addDays(sunday, -7 * mostWeeks), sunday],
  );
  const [books] = await em.execute<{ days: number | null }[]>(
    'select ?::date - min(date) + 1 as days from account_day where currency = ? and date <= ?',
    [sunday, currency, sunday],
  );
  const count = Math.min(mostWeeks, Math.floor((books?.days ?? 0) / 7));
  const expenses = Map.groupBy(
    rows.filter(({ type }) => type === 'EXPENSE'),
    ({ code }) => code,
  );
  return {
    sales: byWeek(
      rows.filter(({ type }) => type === 'INCOME'),
      { count, sign: 1n },
    ),
    spending: [...expenses].map(([accountCode, own]) => ({
      accountCode,
      weeks: byWeek(own, { count, sign: -1n }),
    })),
  };
}

type WeekRow = {
  readonly type: string;
  readonly code: string;
  readonly ago: number;
  readonly amount: string;
};

function byWeek(
  rows: readonly WeekRow[],
  { count, sign }: { readonly count: number; readonly sign: bigint },
): Weeks {
  const weeks = Array.from({ length: count }, () => 0n);
  for (const { ago, amount } of rows) {
    const before = weeks[ago];
    if (before !== undefined) weeks[ago] = before + sign * BigInt(amount);
  }
  return weeks;
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
