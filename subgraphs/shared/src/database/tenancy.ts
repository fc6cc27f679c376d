import { AsyncLocalStorage } from 'node:async_hooks';
import { CompiledQuery, type DatabaseConnection } from 'kysely';
import { remainingMs } from '../deadline.ts';
import { isId } from '../ids.ts';

const storage = new AsyncLocalStorage<string | null>();

/**
 * Runs `work` inside an organization: each database connection it takes sees that organization's rows and no others.
 * Null is no organization: row-level security then shows nothing.
 * @throws RangeError when the id isn't a UUID
 */
export function inOrganization<T>(organizationId: string | null, work: () => T): T {
  if (organizationId !== null && !isId(organizationId)) {
    throw new RangeError('organizationId must be a UUID');
  }
  return storage.run(organizationId, work);
}

export const currentOrganization = (): string | null => storage.getStore() ?? null;

/** MikroORM's onReserveConnection: names the organization at every checkout, also to nobody, so that none leaks. */
export const nameOrganization = (connection: unknown): Promise<void> =>
  applySettings(connection, { 'app.organization_id': currentOrganization() ?? '' });

/**
 * What each open connection was last told. Safe to rely on because nothing else sets these, they are never set inside a transaction (whose
 * rollback would undo them), and a connection that was opened anew is another object.
 */
const told = new WeakMap<object, string>();

/**
 * Gives a connection that MikroORM has just checked out the settings that row-level security reads, and the time that the work which
 * runs may still take: in one round trip, and in none when the connection has them already.
 */
export async function applySettings(
  connection: unknown,
  settings: Readonly<Record<string, string>>,
): Promise<void> {
  const entries = Object.entries({ ...settings, statement_timeout: statementTimeout() });
  const wanted = JSON.stringify(entries);
  const reserved = connection as DatabaseConnection; // What the hook is given, though it is typed unknown.
  if (told.get(reserved) === wanted) return;
  told.delete(reserved); // Until the database has said yes, nobody knows.
  const calls = entries.map((_, at) => `set_config($${2 * at + 1}, $${2 * at + 2}, false)`);
  await reserved.executeQuery(CompiledQuery.raw(`select ${calls.join(', ')}`, entries.flat()));
  told.set(reserved, wanted);
}

/** Milliseconds, in whole seconds and never before the deadline: who waits has gone by then. 0 is no end, for work without a deadline. */
function statementTimeout(): string {
  const leftMs = remainingMs();
  return leftMs === null ? '0' : String(Math.max(1, Math.ceil(leftMs / 1_000)) * 1_000);
}
