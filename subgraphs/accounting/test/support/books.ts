import { fixedClock } from '@finflow/shared/clock';
import { inOrganization } from '@finflow/shared/database/tenancy';
import { migrate } from '@finflow/shared/database/migrate';
import { newId } from '@finflow/shared/ids';
import { createTestDatabase, type TestDatabase } from '@finflow/shared/testing/postgres';
import { openDatabase, type Database, type Em } from '../../src/database.ts';
import { openBooks } from '../../src/organization/open-books.ts';

export const today = '2026-03-10';
export const clock = fixedClock(`${today}T12:00:00Z`);

export const accountingDatabase = (): Promise<TestDatabase> =>
  createTestDatabase('accounting', {
    migrate: async (ownerUrl) => migrate(await openDatabase(ownerUrl)),
  });

/** Open books of a new organization. */
export async function newBooks(orm: Database, { isDemo = false, baseCurrency = 'EUR' } = {}) {
  const organizationId = newId();
  const room = { organizationId, clock };
  /** Runs work in one transaction of the app's role, for this organization. */
  const write = <T>(work: (em: Em) => Promise<T>): Promise<T> =>
    inOrganization(organizationId, () => orm.em.fork().transactional(work));
  await write((em) =>
    openBooks(em, { organizationId, name: 'Muster GmbH', baseCurrency, isDemo }, clock),
  );
  return { organizationId, room, write };
}
export type Books = Awaited<ReturnType<typeof newBooks>>;
