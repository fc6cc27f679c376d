import type { Room } from '../room.ts';
import { Account } from './account.entity.ts';

/** The chart of accounts, by code. */
export const listAccounts = ({ em }: Room): Promise<Account[]> =>
  em.findAll(Account, { orderBy: { code: 'asc' } });
