import { randomUUID } from 'node:crypto';
import { Migrator } from '@mikro-orm/migrations';
import { UnderscoreNamingStrategy } from '@mikro-orm/core';
import { tablesWithoutEntity } from '../outbox/schema.ts';
import { nameOrganization } from './tenancy.ts';

/**
 * What every subgraph's MikroORM has in common. Spread it into MikroORM.init beside `entities`, in the subgraph's own
 * openDatabase, so that the entity types are not lost.
 * @param clientUrl the app role's address: row-level security applies to it
 * @param migrationsPath absolute folder of the migration files
 */
export const ormOptions = (clientUrl: string, migrationsPath: string) => ({
  clientUrl,
  // Of its own: inside a transaction of one database, fork() of another one of the same name would give the first.
  contextName: randomUUID(),
  extensions: [Migrator],
  namingStrategy: UnderscoreNamingStrategy,
  migrations: {
    path: migrationsPath,
    // One snapshot per room, whatever the database is called; written with a migration, never by running one.
    snapshot: true,
    snapshotName: '.snapshot',
    snapshotOnMigrate: false,
    silent: true, // It writes to the console, which is not our log.
    transactional: true,
    allOrNothing: true,
    tableName: 'migration',
  },
  schemaGenerator: { skipTables: tablesWithoutEntity },
  onReserveConnection: nameOrganization,
  pool: { min: 0, max: 10 },
  allowGlobalContext: false,
  forceUtcTimezone: true,
});
