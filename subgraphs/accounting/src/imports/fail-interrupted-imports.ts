import type { Clock } from '@finflow/shared/clock';
import type { Database } from '../database.ts';
import { ReceivablesImport } from './receivables-import.entity.ts';

/**
 * Says of imports that were running when the process ended that they failed: their transaction is gone, nothing was written.
 * One process of accounting runs imports, so at its start none can be running.
 */
export async function failInterruptedImports(owner: Database, clock: Clock): Promise<void> {
  const failure = 'INTERRUPTED: the server stopped meanwhile. Nothing was written. Import again.';
  await owner.em
    .fork()
    .nativeUpdate(
      ReceivablesImport,
      { status: 'RUNNING' },
      { status: 'FAILED', failure, finishedAt: clock.now(), rowsDone: 0 },
    );
}
