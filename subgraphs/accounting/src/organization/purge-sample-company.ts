import type { SqlEntityManager } from '@mikro-orm/postgresql';

/**
 * Deletes all that is stored of the current organization, in this transaction; false when it is no sample company. The
 * database decides that by itself: the app's role can't delete what is in the books.
 */
export async function purgeSampleCompany(em: SqlEntityManager): Promise<boolean> {
  const [row] = await em.execute<{ purged: boolean }[]>('select purge_sample_company() as purged');
  return row?.purged ?? false;
}
