import { addDays, type LocalDate } from '@finflow/shared/local-date';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** What customers owe, in minor units. */
export type Outlook = {
  readonly openCount: number;
  readonly overdueCount: number;
  readonly overdueMinor: bigint;
  /** Due by the end of the day so many days from today, what is overdue included. */
  readonly within30DaysMinor: bigint;
  readonly within60DaysMinor: bigint;
  readonly within90DaysMinor: bigint;
};

/** Adds up the open invoices. An invoice is overdue from the day after its due date. */
export async function readOutlook(
  em: SqlEntityManager,
  currency: string,
  today: LocalDate,
): Promise<Outlook> {
  const ends = [30, 60, 90].map((days) => addDays(today, days));
  const [row] = await em.execute<Record<string, string>[]>(outlook, [
    today,
    today,
    ...ends,
    currency,
  ]);
  const figure = (name: string) => BigInt(row?.[name] ?? 0);
  return {
    openCount: Number(figure('open_count')),
    overdueCount: Number(figure('overdue_count')),
    overdueMinor: figure('overdue'),
    within30DaysMinor: figure('within_30'),
    within60DaysMinor: figure('within_60'),
    within90DaysMinor: figure('within_90'),
  };
}

const outlook = `
  select count(*)::text as open_count,
    (count(*) filter (where due_date < ?))::text as overdue_count,
    (sum(due) filter (where due_date < ?))::text as overdue,
    (sum(due) filter (where due_date <= ?))::text as within_30,
    (sum(due) filter (where due_date <= ?))::text as within_60,
    (sum(due) filter (where due_date <= ?))::text as within_90
  from (
    select due_date, coalesce(due_minor, total_minor) as due
    from receivable where currency = ? and paid_on is null and due_date is not null
  ) as invoice
  where due > 0`;
