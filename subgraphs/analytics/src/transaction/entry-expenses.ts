/**
 * SQL: what the entry of a transaction `t` cost in all, in the transaction's currency, as `cost.amount`. A transaction has the amount of one
 * account; an entry may be split over several.
 */
export const costOfEntry = `cross join lateral (
    select sum(debit_minor - credit_minor) as amount from account_entry e
    where e.organization_id = t.organization_id and e.entry_id = t.id
      and e.currency = t.currency and e.type = 'EXPENSE'
  ) cost`;

/** SQL: the expense accounts that the entry of `t` was booked on, as `part.code`, each with its `part.amount`. */
export const partsOfEntry = `cross join lateral (
    select code, debit_minor - credit_minor as amount from account_entry e
    where e.organization_id = t.organization_id and e.entry_id = t.id
      and e.currency = t.currency and e.type = 'EXPENSE' and e.debit_minor > e.credit_minor
  ) part`;
