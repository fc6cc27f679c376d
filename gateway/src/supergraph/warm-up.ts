import { log } from '@finflow/shared/log';
import { roles, scopesOf, anonymous, payerScopes, type Viewer } from '@finflow/shared/viewer';
import type { PersistedOperation, PersistedOperations } from '../persisted/manifest.ts';
import type { Engine } from './engine.ts';
import { inTurns, type InTurn } from './in-turn.ts';

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
 * Makes the plans of all operations before anybody asks: a piece to read an operation, and one for each caller's plans of it.
 * @throws Error that names the first operation which can't be planned, and why; what `inTurn` throws
 */
export async function warmUp(
  engine: Engine,
  operations: PersistedOperations,
  inTurn: InTurn,
): Promise<void> {
  for (const operation of operations.values()) {
    const prepare = await inTurn(() => named(operation, () => engine.prepare(operation)));
    for (const viewer of callers) await inTurn(() => named(operation, () => prepare(viewer)));
  }
}

/** The same at the start, when requests are taken already: an operation that can't be planned is a warning then. */
export async function warmUpBehind(
  engine: Engine,
  operations: PersistedOperations,
  signal: AbortSignal,
): Promise<void> {
  await warmUp(engine, operations, inTurns(signal)).catch((error: unknown) => {
    if (!signal.aborted) log.warn('could not warm up', { error });
  });
}

function named<T>({ name }: PersistedOperation, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${name} can't be planned: ${why}`, { cause });
  }
}
