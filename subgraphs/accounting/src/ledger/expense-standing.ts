import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { accounts } from './chart-of-accounts.ts';
import { reclassificationKey, revisionOfKey } from './postings/reclassify-expense.ts';

/** Where an expense stands that began on the uncategorized account, and by which decision. */
export type ExpenseStanding = {
  readonly accountCode: string;
  /** 0 while nobody has decided. */
  readonly revision: number;
};

/** The latest reclassification of an entry says where its expense stands now. */
export async function expenseStanding(
  em: SqlEntityManager,
  entryId: string,
): Promise<ExpenseStanding> {
  const [latest] = await em.execute<{ key: string; code: string }[]>(
    `select e.idempotency_key as key, a.code from journal_entry e
     join posting p on p.entry_id = e.id and p.side = 'DEBIT'
     join account a on a.id = p.account_id
     where e.idempotency_key like ? order by e.sequence desc, p.position limit 1`,
    [reclassificationKey(entryId, '%')],
  );
  return latest
    ? { accountCode: latest.code, revision: revisionOfKey(latest.key) }
    : { accountCode: accounts.uncategorized, revision: 0 };
}

/**
 * Where the lines of an entry stand now: what was categorized since is on its category's account, all else where it was booked. So a
 * reversal takes an expense back from where it is.
 */
export async function accountsNow(
  em: SqlEntityManager,
  entryId: string,
): Promise<(accountId: string) => string> {
  const { accountCode, revision } = await expenseStanding(em, entryId);
  if (revision === 0) return (accountId) => accountId;
  const [uncategorized] = await em.execute<{ id: string }[]>(
    'select id from account where code = ?',
    [accounts.uncategorized],
  );
  return (accountId) => (accountId === uncategorized?.id ? accountCode : accountId);
}
