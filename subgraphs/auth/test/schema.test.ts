import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { migrate } from '@finflow/shared/database/migrate';
import { createTestDatabase, type TestDatabase } from '@finflow/shared/testing/postgres';
import { openDatabase, type Database } from '../src/database.ts';

let database: TestDatabase;
let orm: Database;
beforeAll(async () => {
  database = await createTestDatabase('auth_schema');
  await migrate(await openDatabase(database.ownerUrl));
  orm = await openDatabase(database.ownerUrl);
});
afterAll(async () => {
  await orm.close(true);
  await database.close();
});

it('has a snapshot that agrees with the entities', async () => {
  expect(await orm.migrator.checkSchema()).toBe(false);
});

/** Of these the entities know nothing: policies, checks and functions are written by hand in the migrations. */
const writtenByHand = [
  /^drop policy /,
  /^drop function /,
  /^alter table "\w+" (?:no force|disable) row level security;$/,
  /^alter table "\w+" drop constraint "(?!\w+_(?:unique|foreign|pkey)")\w+";$/,
];

it('has migrations that make exactly the tables, columns and indexes that the entities say', async () => {
  const difference = await orm.schema.getUpdateSchemaSQL({ wrap: false });
  const statements = difference.split('\n').filter((line) => line.trim() !== '');
  const unexpected = statements.filter((line) => !writtenByHand.some((known) => known.test(line)));
  expect(statements.length).toBeGreaterThan(0);
  expect(unexpected).toEqual([]);
});
