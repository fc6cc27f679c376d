import { expect, it } from '@jest/globals';
import { openDatabase } from '../src/database.ts';
import { accountingDatabase } from './support/books.ts';

it('has migrations that agree with the entities', async () => {
  const database = await accountingDatabase();
  const orm = await openDatabase(database.ownerUrl);
  expect(await orm.migrator.checkSchema()).toBe(false);
  await orm.close(true);
  await database.close();
});
