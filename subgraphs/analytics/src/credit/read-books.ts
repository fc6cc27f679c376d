import type { LocalDate } from '@finflow/shared/local-date';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { AccountType } from '../account/account-entry.entity.ts';
import type { Books } from './books.ts';
import { type AccountMonth, booksAt, type InvoicesAt } from './books-at.ts';

/**
 * The books of the organization in which this runs, as of the ends of these days, in one currency. Two statements, however many
 * days. A past day is seen as the log tells of it now: what was booked with a date before it counts, whenever that was.
 * @param days the last ones of months; the latest may be any day
 */
export async function readBooks(
  em: SqlEntityManager,
  currency: string,
  days: readonly LocalDate[],
): Promise<Books[]> {
  const latest = days.toSorted().at(-1);
  if (latest === undefined) return [];
  const [accounts, invoices] = await Promise.all([
    readAccounts(em, currency, latest),
    readInvoices(em, currency, days),
  ]);
  return invoices.map((record) => booksAt(accounts, record, currency));
}

type MonthRow = {
  readonly code: string;
  readonly type: AccountType;
  readonly month: LocalDate;
  readonly first_day: LocalDate;
  readonly net: string;
};

async function readAccounts(
  em: SqlEntityManager,
  currency: string,
  latest: LocalDate,
): Promise<AccountMonth[]> {
  const rows = await em.execute<MonthRow[]>(
    `select code, type, date_trunc('month', date)::date::text as month, min(date)::text as first_day,
       sum(debit_minor - credit_minor)::text as net
     from account_day where currency = ? and date <= ?
     group by 1, 2, 3 order by 3, 1`,
    [currency, latest],
  );
  return rows.map(({ net, first_day: firstDay, ...row }) => ({
    ...row,
    firstDay,
    netMinor: BigInt(net),
  }));
}

async function readInvoices(
  em: SqlEntityManager,
  currency: string,
  days: readonly LocalDate[],
): Promise<InvoicesAt[]> {
  const rows = await em.execute<(Record<string, string> & { day: LocalDate })[]>(records, [
    JSON.stringify(days),
    currency,
  ]);
  return rows.map(({ day, fell_due, late, overdue, invoiced, largest }) => ({
    asOf: day,
    fellDueMinor: BigInt(fell_due ?? 0),
    lateMinor: BigInt(late ?? 0),
    overdueMinor: BigInt(overdue ?? 0),
    invoicedMinor: BigInt(invoiced ?? 0),
    largestCustomerMinor: BigInt(largest ?? 0),
  }));
}

/**
 * Late is more than seven days after the due date, and an invoice is late as a whole: the last part of it that comes must not
 * look worse than the one that doesn't. Overdue is the rest of it, as it is now: nobody tells how much was open on a past day.
 */
const records = `
  with wanted as (select value::date as day from jsonb_array_elements_text(?::jsonb)),
  invoice as (
    select day, customer_id, total_minor, due_date, issue_date > day - 365 as is_new,
      due_date between day - 364 and day as fell_due,
      case when paid_on <= day then paid_on end as paid_on,
      case when paid_on is null then coalesce(due_minor, total_minor) else total_minor end as rest_minor
    from wanted join receivable on currency = ? and issue_date <= day
      and (issue_date > day - 365 or due_date > day - 365 or paid_on is null or paid_on > day)
  ),
  largest as (
    select distinct on (day) day, sum(total_minor) as minor
    from invoice where is_new group by day, customer_id order by day, minor desc
  )
  select wanted.day::text,
    (sum(total_minor) filter (where fell_due))::text as fell_due,
    (sum(total_minor) filter (where fell_due and coalesce(paid_on, wanted.day) > due_date + 7))::text as late,
    (sum(rest_minor) filter (where paid_on is null and due_date < wanted.day))::text as overdue,
    (sum(total_minor) filter (where is_new))::text as invoiced,
    max(largest.minor)::text as largest
  from wanted left join invoice using (day) left join largest using (day)
  group by wanted.day order by wanted.day`;
