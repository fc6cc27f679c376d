import type { LocalDate } from '@finflow/shared/local-date';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { costOfEntry } from '../transaction/entry-expenses.ts';
import type { Period } from './kpi-period.ts';

/** What a period brought. Minor units. */
export type PeriodSums = {
  readonly revenueMinor: bigint;
  readonly expensesMinor: bigint;
  readonly inMinor: bigint;
  readonly outMinor: bigint;
  readonly invoicedMinor: bigint;
};

/** Sums of a period, its first and last day included, in one currency. */
export async function sumsOf(
  em: SqlEntityManager,
  currency: string,
  { from, to }: Period,
): Promise<PeriodSums> {
  const [row] = await em.execute<Record<string, string>[]>(
    `select
       (select coalesce(sum(credit_minor - debit_minor), 0)::text from account_day
        where currency = ? and date between ? and ? and type = 'INCOME') as revenue,
       (select coalesce(sum(debit_minor - credit_minor), 0)::text from account_day
        where currency = ? and date between ? and ? and type = 'EXPENSE') as expenses,
       (select coalesce(sum(in_minor), 0)::text from cash_day
        where currency = ? and date between ? and ?) as money_in,
       (select coalesce(sum(out_minor), 0)::text from cash_day
        where currency = ? and date between ? and ?) as money_out,
       (select coalesce(sum(total_minor), 0)::text from receivable
        where currency = ? and issue_date between ? and ?) as invoiced`,
    Array.from({ length: 5 }, () => [currency, from, to]).flat(),
  );
  const figure = (name: string) => BigInt(row?.[name] ?? 0);
  return {
    revenueMinor: figure('revenue'),
    expensesMinor: figure('expenses'),
    inMinor: figure('money_in'),
    outMinor: figure('money_out'),
    invoicedMinor: figure('invoiced'),
  };
}

/** Cash, and what customers owe, at the end of a day. Minor units. */
export async function balancesAt(em: SqlEntityManager, currency: string, day: LocalDate) {
  const [row] = await em.execute<{ cash: string; receivables: string }[]>(
    `select
       (select coalesce(sum(in_minor - out_minor), 0)::text from cash_day
        where currency = ? and date <= ?) as cash,
       (select coalesce(sum(debit_minor - credit_minor), 0)::text from account_day
        where currency = ? and date <= ? and code = '1100') as receivables`,
    [currency, day, currency, day],
  );
  return { cashMinor: BigInt(row?.cash ?? 0), receivablesMinor: BigInt(row?.receivables ?? 0) };
}

/** Open invoices by how many days they are overdue today. Minor units. */
export type ReceivableAge = {
  /** The first and last number of days; zero or less: not yet due. Null: no bound. */
  readonly fromDays: number | null;
  readonly toDays: number | null;
  readonly count: number;
  readonly dueMinor: bigint;
};

const ages = [
  [null, 0],
  [1, 30],
  [31, 60],
  [61, 90],
  [91, null],
] as const;

/** Always the same five ages, also where nothing is open. */
export async function receivableAges(
  em: SqlEntityManager,
  currency: string,
  today: LocalDate,
): Promise<ReceivableAge[]> {
  const rows = await em.execute<{ age: number; count: string; due: string }[]>(
    `select case when days <= 0 then 0 when days <= 30 then 1 when days <= 60 then 2
         when days <= 90 then 3 else 4 end as age, count(*)::text as count, sum(due)::text as due
     from (
       select ?::date - due_date as days, coalesce(due_minor, total_minor) as due from receivable
       where currency = ? and paid_on is null and due_date is not null
     ) as invoice
     where due > 0 group by 1`,
    [today, currency],
  );
  return ages.map(([fromDays, toDays], index) => {
    const row = rows.find(({ age }) => age === index);
    return { fromDays, toDays, count: Number(row?.count ?? 0), dueMinor: BigInt(row?.due ?? 0) };
  });
}

/** One of the greatest, with its key: a customer's id, an account's code, a payee's name. Minor units. */
export type Top = { readonly key: string; readonly count: number; readonly amountMinor: bigint };

/** Customers by what they were invoiced. */
export const topCustomers = (em: SqlEntityManager, asked: AskedTop): Promise<Top[]> =>
  top(em, customers, asked);

/** Payees by what was paid to them, as the entries' texts name them. What was taken back is not counted. */
export const topMerchants = (em: SqlEntityManager, asked: AskedTop): Promise<Top[]> =>
  top(em, merchants, asked);

/** Expense accounts by what was booked on them. */
export const topExpenses = (em: SqlEntityManager, asked: AskedTop): Promise<Top[]> =>
  top(em, expenses, asked);

type AskedTop = { readonly currency: string; readonly period: Period; readonly first: number };

async function top(em: SqlEntityManager, source: string, { currency, period, first }: AskedTop) {
  const rows = await em.execute<{ key: string; count: string; amount: string }[]>(
    `select key, sum(count)::text as count, sum(amount)::text as amount from (${source}) as part
     group by key having sum(amount) > 0 order by sum(amount) desc, key limit ?`,
    [currency, period.from, period.to, first],
  );
  return rows.map(({ key, count, amount }) => ({
    key,
    count: Number(count),
    amountMinor: BigInt(amount),
  }));
}

const customers = `select customer_id::text as key, 1 as count, total_minor as amount from receivable
  where currency = ? and issue_date between ? and ? and customer_id is not null`;

/** Spelled in several ways it is one payee; the way that sorts first is shown. Texts have no spaces around them. */
const merchants = `select min(text) over (partition by lower(text)) as key, 1 as count, cost.amount
  from transaction t ${costOfEntry}
  where currency = ? and date between ? and ? and text <> ''
    and not exists (select from transaction_reversal r where r.transaction_id = t.id)`;

const expenses = `select code as key, 1 as count, debit_minor - credit_minor as amount from account_day
  where currency = ? and date between ? and ? and type = 'EXPENSE'`;
