import { migrate } from '@finflow/shared/database/migrate';
import { createTestDatabase } from '@finflow/shared/testing/postgres';
import { type Database, openDatabase } from '../../src/database.ts';

/** A migrated database of this test file's own, opened as the application's role and as the owner. */
export async function openTestDatabase() {
  const created = await createTestDatabase('analytics', {
    migrate: async (url) => migrate(await openDatabase(url)),
  });
  const [database, owner]: Database[] = await Promise.all([
    openDatabase(created.appUrl),
    openDatabase(created.ownerUrl),
  ]);
  if (!database || !owner) throw new Error('Two addresses give two databases');
  return {
    appUrl: created.appUrl,
    ownerUrl: created.ownerUrl,
    database,
    owner,
    close: async () => {
      await Promise.all([database.close(true), owner.close(true)]);
      await created.close();
    },
  };
}
