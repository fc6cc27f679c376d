import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Viewer } from '@finflow/shared/viewer';
import { logIn, newEmail, password, refresh, register, registration } from './support/sign-in.ts';
import { openWorld, type World } from './support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const remove = (viewer: Viewer) =>
  world.ask(
    `mutation { result: removeDemoOrganization { __typename
      ... on DemoOrganizationRemoved { organizationId } ... on Conflict { code } } }`,
    {},
    { viewer },
  );

it('makes the sample company once, whoever asks how often', async () => {
  const demo = registration({ organizationName: 'Sample & Co' });
  const made = await Promise.all([world.app.createDemoUser(demo), world.app.createDemoUser(demo)]);
  expect(made.filter(({ isNew }) => isNew)).toHaveLength(1);
  expect(made[0]?.organizationId).toBe(made[1]?.organizationId);
  const session = await logIn(world, { email: demo.email, password });
  expect(session.organizationId).toBe(made[0]?.organizationId);
  expect(await world.app.findOrganization('Sample & Co')).toMatchObject({ isDemo: true });
});

it('removes the sample company, tells it, and takes its sessions out at the next refresh', async () => {
  const demo = registration();
  const { userId, organizationId } = await world.app.createDemoUser(demo);
  const session = await logIn(world, { email: demo.email, password });
  const viewer = await world.viewerOf(session.accessToken);
  expect((await remove(viewer)).data.result).toEqual({
    __typename: 'DemoOrganizationRemoved',
    organizationId,
  });
  expect(
    await world.rows(
      `select topic, event->'data' as data from outbox where key = $1 order by position offset 2`,
      [organizationId],
    ),
  ).toEqual([
    { topic: 'member_changed', data: { organizationId, userId, role: null } },
    { topic: 'organization_deleted', data: { organizationId } },
  ]);
  const later = await refresh(world, session.refreshToken);
  expect(later).toMatchObject({ __typename: 'Session', organizationId: null });
  const without = await world.viewerOf(later.accessToken);
  expect(without).toMatchObject({ organizationId: null, role: null, scopes: [] });
  const { data } = await world.ask(
    '{ me { organization { id } role scopes memberships { role } } }',
    {},
    { viewer: without },
  );
  expect(data.me).toEqual({ organization: null, role: null, scopes: [], memberships: [] });
});

it('shows nothing of a removed sample company to a token that is still alive', async () => {
  const demo = registration();
  await world.app.createDemoUser(demo);
  const session = await logIn(world, { email: demo.email, password });
  const viewer = await world.viewerOf(session.accessToken);
  await remove(viewer);
  const { data } = await world.ask('{ me { organization { id } role scopes } }', {}, { viewer });
  expect(data.me).toEqual({ organization: null, role: null, scopes: [] });
  expect((await remove(viewer)).data.result).toEqual({
    __typename: 'Conflict',
    code: 'NOT_A_DEMO',
  });
});

it('does not make a removed sample company again', async () => {
  const demo = registration();
  await world.app.createDemoUser(demo);
  const session = await logIn(world, { email: demo.email, password });
  await remove(await world.viewerOf(session.accessToken));
  expect(await world.app.createDemoUser(demo)).toMatchObject({
    isNew: false,
    organizationId: null,
  });
});

it('never removes a real company', async () => {
  const session = await register(world);
  const viewer = await world.viewerOf(session.accessToken);
  expect((await remove(viewer)).data.result).toEqual({
    __typename: 'Conflict',
    code: 'NOT_A_DEMO',
  });
  expect(await world.app.findOrganization(session.organizationId ?? '')).not.toBeNull();
});

it('finds an organization by id or name, and asks for the id when a name is taken twice', async () => {
  const organizationName = `Twin ${newEmail()}`;
  const { organizationId } = await register(world, { organizationName });
  expect(await world.app.findOrganization(organizationName)).toMatchObject({ id: organizationId });
  expect(await world.app.findOrganization(organizationId ?? '')).toMatchObject({
    name: organizationName,
  });
  expect(await world.app.findOrganization('Nowhere')).toBeNull();
  await register(world, { organizationName });
  await expect(world.app.findOrganization(organizationName)).rejects.toThrow(RangeError);
});

it('refuses a sample user who could not have registered', async () => {
  await expect(world.app.createDemoUser(registration({ password: 'demo' }))).rejects.toThrow(
    RangeError,
  );
});
