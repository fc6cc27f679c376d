import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { refuse, RefusedError } from '@finflow/shared/refusal';
import type { AccountType } from './chart-of-accounts.ts';

type BookedAccount = { readonly id: string; readonly code: string; readonly type: AccountType };

/** The accounts of the current organization, by code and by id. */
export type AccountBook = {
  /** @throws RefusedError ACCOUNT_NOT_FOUND */
  find(codeOrId: string): BookedAccount;
};

/** Reads the chart of accounts: some twenty rows. */
export async function accountBook(em: SqlEntityManager): Promise<AccountBook> {
  const rows = await em.execute<BookedAccount[]>('select id, code, type from account');
  const byName = new Map(rows.flatMap((row) => [[row.code, row] as const, [row.id, row] as const]));
  return {
    find: (codeOrId) => {
      const account = byName.get(codeOrId);
      if (account) return account;
      const message = 'There is no such account.';
      throw new RefusedError(refuse('NotFound', 'ACCOUNT_NOT_FOUND', message, 'input.postings'));
    },
  };
}
