import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Clock } from '@finflow/shared/clock';
import type { Database } from '../database.ts';

/** Says that an import is being written, as long as this transaction lives. */
export async function holdImport(em: SqlEntityManager, id: string): Promise<void> {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [id]);
}

/**
 * Says of imports that were running when their process ended that they failed: their transaction is gone, nothing was written.
 * One that another process is writing is left alone.
 */
export async function failInterruptedImports(owner: Database, clock: Clock): Promise<void> {
  const failure = 'INTERRUPTED: the server stopped meanwhile. Nothing was written. Import again.';
  await owner.em.fork().execute(
    `update receivables_import set status = 'FAILED', failure = ?, finished_at = ?, rows_done = 0
     where status = 'RUNNING' and pg_try_advisory_xact_lock(hashtextextended(id::text, 0))`,
    [failure, clock.now()],
  );
}
