import { addMonths, type LocalDate } from '@finflow/shared/local-date';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { DayFigure, Figures, ShareOfYear } from './figures.ts';
import type { OutlookTarget } from './outlook.ts';

/** A forecast looks back six years at most. */
const monthsBack = 72;

export type FiguresWanted = {
  readonly target: OutlookTarget;
  readonly currency: string;
  readonly today: LocalDate;
};

/** The past of a figure of the organization in which this runs, up to the end of the day `today`. */
export async function readFigures(em: SqlEntityManager, wanted: FiguresWanted): Promise<Figures> {
  const since = addMonths(wanted.today, -monthsBack);
  switch (wanted.target) {
    case 'CASH_FLOW':
      return readCash(em, wanted, since);
    case 'REVENUE':
      return readAccounts(em, wanted, since, 'INCOME');
    case 'EXPENSE':
      return readAccounts(em, wanted, since, 'EXPENSE');
    default:
      return wanted.target satisfies never;
  }
}

async function readCash(
  em: SqlEntityManager,
  { currency, today }: FiguresWanted,
  since: LocalDate,
): Promise<Figures> {
  const [days, [before]] = await Promise.all([
    readDays(
      em,
      `select date::text, (in_minor - out_minor)::text as amount from cash_day
       where currency = ? and date between ? and ? order by date`,
      [currency, since, today],
    ),
    em.execute<{ amount: string }[]>(
      `select coalesce(sum(in_minor - out_minor), 0)::text as amount from cash_day
       where currency = ? and date < ?`,
      [currency, since],
    ),
  ]);
  return { days, openingMinor: BigInt(before?.amount ?? 0), customers: [], categories: [] };
}

/** Income accounts grow by credits, expense accounts by debits. */
const growth = {
  INCOME: 'credit_minor - debit_minor',
  EXPENSE: 'debit_minor - credit_minor',
} as const;

async function readAccounts(
  em: SqlEntityManager,
  { currency, today }: FiguresWanted,
  since: LocalDate,
  type: keyof typeof growth,
): Promise<Figures> {
  const yearAgo = addMonths(today, -12);
  const [days, categories, customers] = await Promise.all([
    readDays(
      em,
      `select date::text, sum(${growth[type]})::text as amount from account_day
       where type = ? and currency = ? and date between ? and ? group by date order by date`,
      [type, currency, since, today],
    ),
    readShares(
      em,
      `select code as key, sum(${growth[type]})::text as amount from account_day
       where type = ? and currency = ? and date between ? and ?
       group by code order by sum(${growth[type]}) desc, code`,
      [type, currency, yearAgo, today],
    ),
    type === 'INCOME' ? readInvoiced(em, currency, yearAgo, today) : Promise.resolve([]),
  ]);
  return { days, openingMinor: 0n, customers, categories };
}

const readInvoiced = (em: SqlEntityManager, currency: string, from: LocalDate, to: LocalDate) =>
  readShares(
    em,
    `select customer_id::text as key, sum(total_minor)::text as amount from receivable
     where currency = ? and customer_id is not null and issue_date between ? and ?
     group by customer_id order by sum(total_minor) desc, customer_id limit 1000`,
    [currency, from, to],
  );

async function readDays(
  em: SqlEntityManager,
  sql: string,
  values: unknown[],
): Promise<DayFigure[]> {
  const rows = await em.execute<{ date: LocalDate; amount: string }[]>(sql, values);
  return rows.map(({ date, amount }) => ({ date, amountMinor: BigInt(amount) }));
}

async function readShares(
  em: SqlEntityManager,
  sql: string,
  values: unknown[],
): Promise<ShareOfYear[]> {
  const rows = await em.execute<{ key: string; amount: string }[]>(sql, values);
  return rows.map(({ key, amount }) => ({ key, amountMinor: BigInt(amount) }));
}
