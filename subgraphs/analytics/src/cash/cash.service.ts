import { startOfMonth, type LocalDate } from '@finflow/shared/local-date';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { MonthFlow } from './cash-months.ts';

/** The months in which cash moved, oldest first, up to the end of the day `today`. */
export async function cashFlowByMonth(
  em: SqlEntityManager,
  currency: string,
  today: LocalDate,
): Promise<MonthFlow[]> {
  const rows = await em.execute<{ month: string; in_minor: string; out_minor: string }[]>(
    `select date_trunc('month', date)::date::text as month,
       sum(in_minor)::text as in_minor, sum(out_minor)::text as out_minor
     from cash_day where currency = ? and date <= ?
     group by 1 order by 1`,
    [currency, today],
  );
  return rows.map(({ month, in_minor, out_minor }) => ({
    month,
    inMinor: BigInt(in_minor),
    outMinor: BigInt(out_minor),
  }));
}

/** What customers paid since the first of the month of `today`, minor units. */
export async function receivedThisMonth(
  em: SqlEntityManager,
  currency: string,
  today: LocalDate,
): Promise<bigint> {
  const [row] = await em.execute<{ received: string }[]>(
    `select coalesce(sum(received_minor), 0)::text as received
     from cash_day where currency = ? and date between ? and ?`,
    [currency, startOfMonth(today), today],
  );
  return BigInt(row?.received ?? 0);
}
