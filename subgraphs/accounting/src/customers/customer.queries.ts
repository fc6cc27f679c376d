import type { Page } from '@finflow/shared/graphql/connection';
import { containing } from '@finflow/shared/storable-text';
import { connectionById } from '../by-ids.ts';
import type { Room } from '../room.ts';
import { allOf, condition } from '../sql-conditions.ts';
import { Customer } from './customer.entity.ts';

type Key = { readonly id: string; readonly sortName: string };

/** A page of customers by name, upper and lower case alike. */
export async function listCustomers({ em }: Room, page: Page, search: string | null | undefined) {
  const wanted = allOf([
    !!search && condition('name ilike ? or email ilike ?', containing(search), containing(search)),
  ]);
  const paged = allOf([
    wanted,
    page.after && condition('(lower(name), id) > (?, ?::uuid)', ...page.after),
  ]);
  const [keys, [counted]] = await Promise.all([
    em.execute<Key[]>(
      `select id, lower(name) as "sortName" from customer where ${paged.sql}
       order by lower(name), id limit ?`,
      [...paged.params, page.first + 1],
    ),
    em.execute<{ count: string }[]>(`select count(*) as count from customer where ${wanted.sql}`, [
      ...wanted.params,
    ]),
  ]);
  const sortKey = ({ sortName, id }: Key) => [sortName, id];
  return {
    ...(await connectionById(em, Customer, keys, { page, sortKey })),
    totalCount: Number(counted?.count ?? 0),
  };
}

export type CustomerBalance = { readonly dueMinor: bigint; readonly invoiceCount: number };

/** What customers owe, and how many invoices they got, by customer id; nothing for one without. */
export async function customerBalances(
  { em }: Room,
  ids: readonly string[],
): Promise<Map<string, CustomerBalance>> {
  const rows = await em.execute<{ id: string; due: string; count: string }[]>(
    `select customer_id as id, sum(total_minor - paid_minor)::text as due, count(*) as count
     from invoice where number_index is not null
       and customer_id in (select jsonb_array_elements_text(?::jsonb)::uuid)
     group by customer_id`,
    [JSON.stringify(ids)],
  );
  return new Map(
    rows.map(({ id, due, count }) => [id, { dueMinor: BigInt(due), invoiceCount: Number(count) }]),
  );
}
