import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** lock_not_available, https://www.postgresql.org/docs/current/errcodes-appendix.html */
const lockNotAvailable = '55P03';

/**
 * From here to the end of the transaction who needs a lock that somebody else holds waits for it so long and no longer; then the
 * transaction fails, and `isLocked` knows why.
 * @param patienceMs milliseconds, above 0
 */
export const waitForLocks = (em: SqlEntityManager, patienceMs: number): Promise<unknown> =>
  em.execute(`select set_config('lock_timeout', ?, true)`, [String(patienceMs)]);

/** Whether a transaction was given up because somebody else held a lock for too long. */
export const isLocked = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === lockNotAvailable;
