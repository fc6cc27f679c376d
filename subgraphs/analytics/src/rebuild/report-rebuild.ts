import type { Bus } from '@finflow/shared/bus/bus';
import { systemClock } from '@finflow/shared/clock';
import { migrate } from '@finflow/shared/database/migrate';
import { withClient } from '@finflow/shared/database/provision';
import type { AnalyticsConfig } from '../config.ts';
import { openDatabase } from '../database.ts';
import { changedTables, readModelDigests } from './digests.ts';
import { rebuild } from './rebuild.ts';

/**
 * Rebuilds the read model and says what came out, a line a table: a projection that is right comes out with the bytes that it had.
 * @param print writes one line for the operator
 * @returns false when events are left that can't be handled
 * @throws AnalyticsRuns when analytics works on the database
 */
export async function reportRebuild(
  { databaseUrl, databaseOwnerUrl: ownerUrl }: AnalyticsConfig,
  bus: Bus,
  print: (line: string) => void,
): Promise<boolean> {
  await migrate(await openDatabase(ownerUrl));
  const database = await openDatabase(databaseUrl);
  try {
    const before = await withClient(ownerUrl, readModelDigests);
    const { parked } = await rebuild({ ownerUrl, database, bus, clock: systemClock });
    const after = await withClient(ownerUrl, readModelDigests);
    const changed = new Set(changedTables(before, after));
    for (const { table, rows } of after) {
      print(`${table}: ${rows} rows, ${changed.has(table) ? 'changed' : 'as before'}`);
    }
    if (parked > 0) print(`${parked} events could not be handled yet and wait.`);
    return parked === 0;
  } finally {
    await database.close(true);
  }
}
