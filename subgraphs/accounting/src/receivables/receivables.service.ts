import type { LocalDate } from '@finflow/shared/local-date';
import { money } from '@finflow/shared/money';
import { baseCurrency } from '../organization/base-currency.ts';
import type { Room } from '../room.ts';

const buckets = [
  'Not due',
  '1 to 30 days',
  '31 to 60 days',
  '61 to 90 days',
  'Over 90 days',
] as const;

type Row = { readonly bucket: number; readonly amount: string; readonly count: string };

/**
 * What customers owed at the end of a day: invoices issued by then, less the money that had come in by then. An invoice is
 * overdue from the day after its due date.
 */
export async function receivablesAt(room: Room, asOf: LocalDate) {
  const [rows, currency] = await Promise.all([
    room.em.execute<Row[]>(openByAge, [asOf, asOf, asOf]),
    baseCurrency(room),
  ]);
  const byBucket = new Map(rows.map((row) => [row.bucket, row]));
  const aging = buckets.map((label, bucket) => {
    const row = byBucket.get(bucket);
    return { label, minor: BigInt(row?.amount ?? 0), count: Number(row?.count ?? 0) };
  });
  const amount = (of: typeof aging) =>
    money(
      of.reduce((sum, { minor }) => sum + minor, 0n),
      currency,
    );
  const count = (of: typeof aging) => of.reduce((sum, row) => sum + row.count, 0);
  return {
    asOf,
    open: amount(aging),
    openCount: count(aging),
    overdue: amount(aging.slice(1)),
    overdueCount: count(aging.slice(1)),
    aging: aging.map(({ label, minor, count: n }) => ({
      label,
      amount: money(minor, currency),
      count: n,
    })),
  };
}

const openByAge = `
  with day as (select ?::date as d), open as (
    select i.due_date, i.total_minor - coalesce(s.paid, 0) as due
    from invoice i left join (
      select invoice_id, sum(amount_minor) as paid from settlement
      where paid_on <= ?::date group by invoice_id
    ) s on s.invoice_id = i.id
    where i.number_index is not null and i.issue_date <= ?::date
  )
  select case when d <= due_date then 0 when d - due_date <= 30 then 1 when d - due_date <= 60 then 2
      when d - due_date <= 90 then 3 else 4 end as bucket,
    sum(due)::text as amount, count(*) as count
  from open, day where due > 0 group by 1`;

/** Sum and number of the invoices issued between two days, both included; an open end when one is not given. */
export async function invoicedBetween(
  room: Room,
  from: LocalDate | null | undefined,
  to: LocalDate | null | undefined,
) {
  const [[row], currency] = await Promise.all([
    room.em.execute<{ total: string; count: string }[]>(
      `select coalesce(sum(total_minor), 0)::text as total, count(*) as count from invoice
       where number_index is not null
         and issue_date between coalesce(?::date, '-infinity') and coalesce(?::date, 'infinity')`,
      [from ?? null, to ?? null],
    ),
    baseCurrency(room),
  ]);
  return { total: money(BigInt(row?.total ?? 0), currency), count: Number(row?.count ?? 0) };
}
