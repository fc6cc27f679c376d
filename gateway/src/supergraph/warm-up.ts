import { setImmediate as nextTurn } from 'node:timers/promises';
import { log } from '@finflow/shared/log';
import { roles, scopesOf, anonymous, payerScopes, type Viewer } from '@finflow/shared/viewer';
import type { PersistedOperation, PersistedOperations } from '../persisted/manifest.ts';
import type { Engine } from './engine.ts';

/** Callers by whose rights plans differ: one of each role, one of each kind. Nothing of them but their rights is looked at. */
const callers: readonly Viewer[] = [
  ...roles.map(
    (role): Viewer => ({
      kind: 'user',
      userId: '',
      sessionId: '',
      organizationId: '',
      role,
      scopes: scopesOf[role],
    }),
  ),
  { kind: 'payer', organizationId: '', invoiceId: '', scopes: payerScopes },
  anonymous,
];

/**
 * Makes the plans of all operations before anybody asks, one a turn of the event loop, so that what else runs goes on meanwhile.
 * @throws Error that names the first operation which can't be planned, and why
 */
export async function warmUp(
  engine: Engine,
  operations: PersistedOperations,
  isWanted: () => boolean = () => true,
): Promise<void> {
  for (const viewer of callers) {
    for (const operation of operations.values()) {
      if (!isWanted()) return;
      prepare(engine, operation, viewer);
      await nextTurn();
    }
  }
}

/** The same at the start, when requests are taken already: an operation that can't be planned is a warning then. */
export async function warmUpBehind(...what: Parameters<typeof warmUp>): Promise<void> {
  await warmUp(...what).catch((error: unknown) => {
    log.warn('could not warm up', { error });
  });
}

function prepare(engine: Engine, operation: PersistedOperation, viewer: Viewer): void {
  try {
    engine.prepare(operation, viewer);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${operation.name} can't be planned: ${why}`, { cause });
  }
}
