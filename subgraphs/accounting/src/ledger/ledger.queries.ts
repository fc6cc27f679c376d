import { isId } from '@finflow/shared/ids';
import type { Page } from '@finflow/shared/graphql/connection';
import { connectionById } from '../by-ids.ts';
import type { Room } from '../room.ts';
import { allOf, condition, type Condition } from '../sql-conditions.ts';
import { JournalEntry } from './journal-entry.entity.ts';

/** A payment as payments knows it by its id. */
export type PaymentReference = { readonly __typename: 'Payment'; readonly id: string };

export type JournalEntryFilter = {
  readonly accountId?: string | null;
  readonly invoiceId?: string | null;
  readonly paymentId?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
};

type Key = { readonly id: string; readonly day: string; readonly sequence: number };

/** A page of entries, newest first. */
export async function listJournalEntries(
  { em }: Room,
  page: Page,
  filter: JournalEntryFilter | null | undefined,
) {
  const wanted = allOf(conditionsOf(filter ?? {}));
  const paged = allOf([
    wanted,
    page.after && condition('(e.date, e.sequence) < (?::date, ?::int)', ...page.after),
  ]);
  const [keys, [counted]] = await Promise.all([
    em.execute<Key[]>(
      `select e.id, e.date::text as day, e.sequence from journal_entry e where ${paged.sql}
       order by e.date desc, e.sequence desc limit ?`,
      [...paged.params, page.first + 1],
    ),
    em.execute<{ count: string }[]>(
      `select count(*) as count from journal_entry e where ${wanted.sql}`,
      [...wanted.params],
    ),
  ]);
  const sortKey = ({ day, sequence }: Key) => [day, String(sequence)];
  return {
    ...(await connectionById(em, JournalEntry, keys, { page, sortKey })),
    totalCount: Number(counted?.count ?? 0),
  };
}

function conditionsOf({ accountId, invoiceId, paymentId, from, to }: JournalEntryFilter) {
  return [
    byId('exists (select from posting p where p.entry_id = e.id and p.account_id = ?)', accountId),
    byId('e.invoice_id = ?', invoiceId),
    byId('e.payment_id = ?', paymentId),
    from ? condition('e.date >= ?', from) : null,
    to ? condition('e.date <= ?', to) : null,
  ];
}

/** What is no id finds nothing. */
function byId(sql: string, id: string | null | undefined): Condition | null {
  if (id == null) return null;
  return isId(id) ? condition(sql, id) : condition('false');
}
