import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** True when an entry was written by this key: what it tells of is booked. */
export const isPosted = async (em: SqlEntityManager, idempotencyKey: string): Promise<boolean> => {
  const query = 'select 1 as known from journal_entry where idempotency_key = ?';
  return (await em.execute<unknown[]>(query, [idempotencyKey])).length > 0;
};
