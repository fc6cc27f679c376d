import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { withClient } from '@finflow/shared/database/provision';
import type { TestDatabase } from '@finflow/shared/testing/postgres';
import { tenantWallProblems } from '@finflow/shared/testing/tenant-walls';
import { accountingDatabase } from './support/books.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await accountingDatabase();
});
afterAll(() => database.close());

it('stands between organizations in every table', async () => {
  expect(await tenantWallProblems(database.ownerUrl)).toEqual([]);
});

it('is missed when a table comes without it, or with a hole in it', async () => {
  await withClient(database.ownerUrl, (client) =>
    client.query(`create table budget (id int primary key);
      create policy hole on customer to finflow_app using (true)`),
  );
  expect(await tenantWallProblems(database.ownerUrl)).toEqual([
    'budget has no organization_id',
    'budget has no row-level security',
    'budget does not force row-level security on its owner',
    'budget has no policy by organization, or one that is open',
    'customer has no policy by organization, or one that is open',
  ]);
});
