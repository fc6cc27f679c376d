import { expect, it } from '@jest/globals';
import { withClient } from '@finflow/shared/database/provision';
import type { FinflowEvent } from '@finflow/shared/events/envelope';
import { checkEvent } from '@finflow/shared/events/validate';
import { newId } from '@finflow/shared/ids';
import { createTestDatabase } from '@finflow/shared/testing/postgres';
import { openDatabase } from '../src/database.ts';

it('tells accounting and payments of the zones that were chosen before they listened, and of no other', async () => {
  const database = await createTestDatabase('auth_before', {
    migrate: async (url) => {
      const owner = await openDatabase(url);
      await owner.migrator.up({ to: 'Migration20261122115001_organization_place' });
      await owner.close(true);
    },
  });
  const [inBerlin, inUtc] = [newId(), newId()];
  await withClient(database.ownerUrl, async (client) => {
    const userId = newId();
    await client.query(
      `insert into user_account (id, email, name, created_at) values ($1, 'ada@example.com', 'Ada', now())`,
      [userId],
    );
    for (const [id, country, zone] of [
      [inBerlin, 'DE', 'Europe/Berlin'],
      [inUtc, null, 'UTC'],
    ]) {
      await client.query(
        `insert into organization (id, name, base_currency, is_demo, created_by, created_at, country, time_zone)
         values ($1, 'Blue "Bakery"', 'EUR', false, $2, now(), $3, $4)`,
        [id, userId, country, zone],
      );
    }
  });
  const owner = await openDatabase(database.ownerUrl);
  await owner.migrator.up();
  await owner.close(true);
  const told = await withClient(database.ownerUrl, async (client) => {
    const { rows } = await client.query<{ id: string; topic: string; event: FinflowEvent }>(
      'select id, topic, event from outbox order by position',
    );
    return rows;
  });
  await database.close();
  for (const { event } of told) checkEvent(event);
  expect(told).toEqual([
    expect.objectContaining({
      topic: 'organization_updated',
      event: expect.objectContaining({
        id: told[0]?.id,
        subject: inBerlin,
        organizationid: inBerlin,
        data: {
          organizationId: inBerlin,
          name: 'Blue "Bakery"',
          country: 'DE',
          timeZone: 'Europe/Berlin',
        },
      }),
    }),
  ]);
});
