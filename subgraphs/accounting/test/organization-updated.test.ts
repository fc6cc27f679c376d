import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { until } from '@finflow/shared/testing/until';
import { openWorld, type World } from './support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

it('knows an organization by its new name, and every other by its own', async () => {
  const [ours, other] = [await world.openCompany(), await world.openCompany()];
  const { organizationId } = ours;
  await world.publish('organization_updated', organizationId, {
    subject: organizationId,
    data: { organizationId, name: 'Muster & Tochter' },
  });
  const nameOf = async (id: string) => {
    const sql = 'select name from organization where organization_id = $1';
    return (await world.query(sql, [id])).rows[0]?.name;
  };
  await until(async () => (await nameOf(organizationId)) === 'Muster & Tochter');
  expect(await nameOf(other.organizationId)).toBe('Muster GmbH');
});
