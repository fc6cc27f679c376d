import { isId } from '@finflow/shared/ids';
import type { Page } from '@finflow/shared/graphql/connection';
import { money } from '@finflow/shared/money';
import { containing } from '@finflow/shared/storable-text';
import { connectionById } from '../by-ids.ts';
import type { LocalDate } from '@finflow/shared/local-date';
import { baseCurrency } from '../organization/base-currency.ts';
import { todayOf } from '../organization/today-of.ts';
import type { Room } from '../room.ts';
import { allOf, condition, type Condition } from '../sql-conditions.ts';
import { Invoice, type InvoiceLine, type InvoiceStatus } from './invoice.entity.ts';

/** A line with its invoice's currency. */
export type LineOf = { readonly line: InvoiceLine; readonly currency: string };

export type InvoiceFilter = {
  readonly status?: readonly InvoiceStatus[] | null;
  readonly overdue?: boolean | null;
  readonly customerId?: string | null;
  readonly issuedFrom?: string | null;
  readonly issuedTo?: string | null;
  readonly search?: string | null;
};

type Key = { readonly id: string; readonly issued: string; readonly place: string };
type Sums = { readonly count: string; readonly total: string; readonly due: string };

/** Drafts stand before all: as if issued on the last of days. */
const issued = `coalesce(i.issue_date, '9999-12-31'::date)`;
const place = 'coalesce(i.number_index, 2147483647)';

/** A page of invoices, newest issue date first, with sums over the whole filtered list. */
export async function listInvoices(
  room: Room,
  page: Page,
  filter: InvoiceFilter | null | undefined,
) {
  const { em } = room;
  const wanted = allOf(conditionsOf(filter ?? {}, await todayOf(room)));
  const paged = allOf([
    wanted,
    page.after &&
      condition(`(${issued}, ${place}, i.id) < (?::date, ?::int, ?::uuid)`, ...page.after),
  ]);
  const from = 'from invoice i join customer c on c.id = i.customer_id';
  const [keys, [sums], currency] = await Promise.all([
    em.execute<Key[]>(
      `select i.id, ${issued}::text as issued, ${place}::text as place
       ${from} where ${paged.sql} order by ${issued} desc, ${place} desc, i.id desc limit ?`,
      [...paged.params, page.first + 1],
    ),
    em.execute<Sums[]>(
      `select count(*) as count,
         coalesce(sum(i.total_minor) filter (where i.number_index is not null), 0)::text as total,
         coalesce(sum(i.total_minor - i.paid_minor) filter (where i.number_index is not null), 0)::text as due
       ${from} where ${wanted.sql}`,
      [...wanted.params],
    ),
    baseCurrency(room),
  ]);
  const toKey = (key: Key) => [key.issued, key.place, key.id];
  return {
    ...(await connectionById(em, Invoice, keys, { page, sortKey: toKey })),
    totalCount: Number(sums?.count ?? 0),
    totalAmount: money(BigInt(sums?.total ?? 0), currency),
    totalDue: money(BigInt(sums?.due ?? 0), currency),
  };
}

function conditionsOf(filter: InvoiceFilter, today: LocalDate): (Condition | null | false)[] {
  const { status, overdue, customerId, issuedFrom, issuedTo, search } = filter;
  return [
    status ? anyStatus(status) : null,
    overdue == null
      ? null
      : condition(
          `${overdue ? '' : 'not '}(i.number_index is not null and i.paid_minor < i.total_minor and i.due_date < ?)`,
          today,
        ),
    customerId ? (isId(customerId) ? condition('i.customer_id = ?', customerId) : never) : null,
    issuedFrom ? condition('i.issue_date >= ?', issuedFrom) : null,
    issuedTo ? condition('i.issue_date <= ?', issuedTo) : null,
    search
      ? condition(
          'i.number ilike ? or i.reference ilike ? or c.name ilike ?',
          ...Array<string | null>(3).fill(containing(search)),
        )
      : null,
  ];
}

const never = condition('false');

const statusSql: Readonly<Record<InvoiceStatus, string>> = {
  DRAFT: 'i.number_index is null',
  OPEN: 'i.number_index is not null and i.paid_minor = 0',
  PARTIALLY_PAID: 'i.paid_minor > 0 and i.paid_minor < i.total_minor',
  PAID: 'i.number_index is not null and i.paid_minor = i.total_minor',
};

const anyStatus = (statuses: readonly InvoiceStatus[]): Condition =>
  statuses.length === 0
    ? never
    : condition(statuses.map((status) => `(${statusSql[status]})`).join(' or '));
