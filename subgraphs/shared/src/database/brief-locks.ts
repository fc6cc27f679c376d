import type { SqlEntityManager } from '@mikro-orm/postgresql';

const patienceMs = 250;
/** lock_not_available, https://www.postgresql.org/docs/current/errcodes-appendix.html */
const lockNotAvailable = '55P03';

/**
 * From here to the end of the transaction who needs a lock waits for it a quarter of a second, and no longer: for work that can come back
 * to it, and behind which others wait.
 */
export const waitForLocksBriefly = (em: SqlEntityManager): Promise<unknown> =>
  em.execute(`select set_config('lock_timeout', ?, true)`, [String(patienceMs)]);

/** Whether a transaction was given up because somebody else held a lock for too long. */
export const isLocked = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === lockNotAvailable;
