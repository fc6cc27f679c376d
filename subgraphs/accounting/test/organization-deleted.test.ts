import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { until } from '@finflow/shared/testing/until';
import { openWorld, type Company, type World } from './support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const addCustomer = ({ desk }: Company) => desk.createCustomer({ name: 'Ada Lovelace' });

const remove = ({ organizationId }: Company) =>
  world.publish('organization_deleted', organizationId, {
    subject: organizationId,
    data: { organizationId },
  });

async function countOf(table: string, { organizationId }: Company): Promise<number> {
  const sql = `select from ${table} where organization_id = $1`;
  return (await world.query(sql, [organizationId])).rowCount ?? 0;
}

it('removes a sample company, and keeps the books of every other', async () => {
  const sample = await world.openCompany({ isDemo: true });
  const other = await world.openCompany();
  await Promise.all([sample, other].map(addCustomer));
  await Promise.all([sample, other].map(remove));
  await until(async () => (await countOf('organization', sample)) === 0);
  for (const table of ['customer', 'account', 'outbox']) {
    expect([table, await countOf(table, sample)]).toEqual([table, 0]);
  }
  expect(await countOf('customer', other)).toBe(1);
  expect(await countOf('account', other)).toBeGreaterThan(10);
});
