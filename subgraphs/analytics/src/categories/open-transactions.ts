import { uncategorizedAccount } from './taxonomy.ts';

/** SQL: whether a transaction `t` waits for a category. It has no account yet, nobody has decided, nobody has taken it back. */
export const isOpen = `t.account_code = '${uncategorizedAccount}'
  and not exists (select from category_decision d where d.transaction_id = t.id)
  and not exists (select from transaction_reversal r where r.transaction_id = t.id)`;
