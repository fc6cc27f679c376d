import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Decision } from '../categorizing/memory.ts';
import { toPurchase } from '../categorizing/purchase.ts';
import { partsOfEntry } from '../transaction/entry-expenses.ts';
import { categoryOfAccount, findCategory, uncategorizedAccount } from './taxonomy.ts';

/** So many decisions are remembered, the latest. Older ones live on in the models that were trained on them. */
const remembered = 5000;

type Row = {
  readonly text: string;
  readonly amountMinor: string;
  readonly currency: string;
  readonly date: string;
  readonly category: string | null;
  readonly accountCode: string;
  readonly decidedOn: string;
};

/**
 * What people of the organization said so far, oldest first: their decisions about categories, and the accounts that they chose
 * when they wrote entries by hand. What a model decided is left out, or it would believe itself. An entry that was split over several
 * accounts says each of them of its whole amount: a bank line like it may be any of them, and is to be asked about.
 */
export async function readPastDecisions(em: SqlEntityManager): Promise<Decision[]> {
  const rows = await em.execute<Row[]>(
    `with latest as (
       select t.id, t.organization_id, t.text, t.amount_minor, t.currency, t.date, t.account_code,
         d.category, d.number, coalesce(d.decided_at::date, t.date)::text as "decidedOn"
       from transaction t
       left join lateral (
         select category, number, decided_by, decided_at from category_decision
         where transaction_id = t.id order by revision desc limit 1
       ) d on true
       where t.text <> '' and (d.decided_by = 'PERSON'
           or (d.decided_by is null and t.is_by_hand and t.account_code <> '${uncategorizedAccount}'))
         and not exists (select from transaction_reversal r where r.transaction_id = t.id)
       order by "decidedOn" desc, d.number desc nulls last, t.id desc limit ?
     ), said as (
       select t.*, t.account_code as code, t.amount_minor as amount from latest t
       where category is not null
       union all
       select t.*, part.code, sum(part.amount) over (partition by t.id)
       from latest t ${partsOfEntry}
       where category is null
     )
     select text, amount::text as "amountMinor", currency, date::text as date, code as "accountCode",
       category, "decidedOn"
     from said order by "decidedOn", number nulls first, id, code`,
    [remembered],
  );
  return rows.flatMap(({ category, accountCode, amountMinor, decidedOn, ...row }) => {
    const decided = category === null ? categoryOfAccount(accountCode) : findCategory(category);
    if (!decided) return [];
    const amount = { amountMinor: BigInt(amountMinor), direction: 'OUT' } as const;
    const decidedBy = category === null ? 'BOOKS' : 'PERSON';
    return [{ ...toPurchase({ ...row, ...amount }), category: decided.code, decidedOn, decidedBy }];
  });
}
