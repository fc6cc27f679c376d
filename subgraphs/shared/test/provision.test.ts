import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { provisionDatabase, withClient } from '../src/database/provision.ts';
import { createTestDatabase } from '../src/testing/postgres.ts';

const password = randomBytes(8).toString('hex');

describe('provisioning', () => {
  it('may be repeated and run by several at once, though all share the group', async () => {
    const server = await createTestDatabase('provisioned');
    const { superuserUrl } = server;
    const names = Array.from({ length: 6 }, (_, index) => `${server.database}_${index}`);
    const provisionAll = () =>
      Promise.all(
        names.map((database) =>
          provisionDatabase({
            superuserUrl,
            database,
            ownerPassword: password,
            appPassword: password,
          }),
        ),
      );
    await provisionAll();
    const rounds = await Promise.all([provisionAll(), provisionAll(), provisionAll()]);
    for (const { appUrl, ownerUrl } of rounds[0]) {
      for (const url of [appUrl, ownerUrl]) {
        await withClient(url, async (client) => {
          expect((await client.query('select 1')).rowCount).toBe(1);
        });
      }
    }
    await server.close();
  });
});
