import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate } from '@finflow/shared/database/migrate';
import { checkEvent } from '@finflow/shared/events/validate';
import { newId } from '@finflow/shared/ids';
import { payerOf } from '@finflow/shared/testing/viewers';
import { type Role, scopesOf, type Viewer } from '@finflow/shared/viewer';
import { openDatabase } from '../src/database.ts';
import {
  createOrganization,
  logIn,
  newEmail,
  password,
  refresh,
  register,
} from './support/sign-in.ts';
import { openWorld, type World } from './support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function signedUp() {
  const email = newEmail();
  const session = await register(world, { email });
  const viewer = await world.viewerOf(session.accessToken);
  return { email, session, viewer, organizationId: session.organizationId };
}

const withRole = (viewer: Viewer, role: Role): Viewer =>
  viewer.kind === 'user' ? { ...viewer, role, scopes: scopesOf[role] } : viewer;

const change = (viewer: Viewer, input: Record<string, unknown>) =>
  world.ask(
    `mutation ($input: UpdateOrganizationInput!) { result: updateOrganization(input: $input) { __typename
      ... on OrganizationUpdated { organization { id name country timeZone } }
      ... on InvalidInput { code field } } }`,
    { input },
    { viewer },
  );

/** What others were told of its changes, the newest last. */
const told = (organizationId: string | null) =>
  world.rows(
    `select event->'data' as data from outbox where key = $1 and topic = 'organization_updated' order by position`,
    [organizationId],
  );

describe('a further organization', () => {
  it('is where the session acts from then on, also after refresh and at the next sign-in', async () => {
    const { email, session, viewer, organizationId } = await signedUp();
    world.pass(1);
    const second = await createOrganization(
      world,
      { name: 'Second', baseCurrency: 'JPY' },
      { viewer },
    );
    expect(second).toMatchObject({ __typename: 'Session', cookies: [] });
    expect(second.organizationId).not.toBe(organizationId);
    const acting = { organizationId: second.organizationId, role: 'OWNER' };
    expect(await world.viewerOf(second.accessToken)).toMatchObject(acting);
    const later = await refresh(world, session.refreshToken);
    expect(await world.viewerOf(later.accessToken)).toMatchObject(acting);
    expect((await logIn(world, { email, password })).organizationId).toBe(second.organizationId);
  });

  it('is refused to a session that is over', async () => {
    const { session, viewer } = await signedUp();
    await world.ask('mutation { logOut { ok } }', {}, { refreshToken: session.refreshToken });
    const answer = await createOrganization(
      world,
      { name: 'Late', baseCurrency: 'EUR' },
      { viewer },
    );
    expect(answer).toMatchObject({ __typename: 'NotSignedIn', code: 'SESSION_OVER' });
  });

  it('is refused beyond fifty', async () => {
    const { session, viewer } = await signedUp();
    await world.rows(
      `with opened as (
         insert into organization (id, name, base_currency, is_demo, created_by, created_at)
         select gen_random_uuid(), 'Many', 'EUR', false, $1, now() from generate_series(1, 49) returning id)
       insert into membership (id, organization_id, user_id, role, created_at)
       select gen_random_uuid(), id, $1, 'OWNER', now() from opened`,
      [session.userId],
    );
    const answer = await createOrganization(world, { name: 'X', baseCurrency: 'EUR' }, { viewer });
    expect(answer).toMatchObject({ __typename: 'Conflict', code: 'TOO_MANY_ORGANIZATIONS' });
  });
});

describe('changing an organization', () => {
  it('renames the organization in which the caller acts, and tells the others', async () => {
    const { viewer, organizationId } = await signedUp();
    const { data } = await change(viewer, { name: '  New name ' });
    const place = { country: null, timeZone: 'UTC' };
    expect(data.result.organization).toEqual({ id: organizationId, name: 'New name', ...place });
    expect(await told(organizationId)).toEqual([
      { data: { organizationId, name: 'New name', ...place } },
    ]);
  });

  it('says where it is, and leaves what is not said as it was', async () => {
    const { viewer, organizationId } = await signedUp();
    const name = 'Example Ltd';
    const place = { country: 'DE', timeZone: 'Europe/Berlin' };
    const placed = await change(viewer, { name, ...place });
    expect(placed.data.result.organization).toMatchObject(place);
    const renamed = await change(viewer, { name, timeZone: null });
    expect(renamed.data.result.organization).toMatchObject(place);
    const taken = await change(viewer, { name, country: null });
    expect(taken.data.result.organization).toMatchObject({ ...place, country: null });
    const last = (await told(organizationId)).at(-1);
    expect(last).toEqual({ data: { organizationId, name, ...place, country: null } });
    const { data } = await world.ask(
      '{ me { organization { country timeZone } } }',
      {},
      { viewer },
    );
    expect(data.me.organization).toEqual({ ...place, country: null });
  });

  it.each([
    [{ country: 'UK' }, 'UNKNOWN_COUNTRY', 'country'],
    [{ country: '' }, 'UNKNOWN_COUNTRY', 'country'],
    [{ timeZone: 'Mars/Base' }, 'UNKNOWN_TIME_ZONE', 'timeZone'],
    [{ timeZone: '+01:00' }, 'UNKNOWN_TIME_ZONE', 'timeZone'],
  ])('refuses %j', async (place, code, field) => {
    const { viewer, organizationId } = await signedUp();
    const { data } = await change(viewer, { name: 'Elsewhere', ...place });
    expect(data.result).toEqual({ __typename: 'InvalidInput', code, field });
    expect(await told(organizationId)).toEqual([]);
    expect(await register(world, place)).toMatchObject({ __typename: 'InvalidInput', code });
    const further = { name: 'Further', baseCurrency: 'EUR', ...place };
    expect(await createOrganization(world, further, { viewer })).toMatchObject({ code, field });
  });

  it.each([
    ['an empty name', ' '],
    ['a name that nobody sees', '\u200b\u2060'],
  ])('refuses %s', async (_what, name) => {
    const { viewer } = await signedUp();
    expect((await change(viewer, { name })).data.result).toEqual({
      __typename: 'InvalidInput',
      code: 'INVALID_NAME',
      field: 'name',
    });
  });

  it.each(['ACCOUNTANT', 'MEMBER', 'VIEWER'] as const)('is forbidden to a %s', async (role) => {
    const { viewer, organizationId } = await signedUp();
    const { errors } = await change(withRole(viewer, role), { name: 'Mine now' });
    expect(errors[0].extensions.code).toBe('FORBIDDEN');
    expect(
      await world.rows('select name from organization where id = $1', [organizationId]),
    ).toEqual([{ name: 'Example Ltd' }]);
  });

  it('renames the caller', async () => {
    const { viewer } = await signedUp();
    const { data } = await world.ask(
      `mutation { updateProfile(input: { name: "Ada Byron" }) { ... on ProfileUpdated { user { name } } } }`,
      {},
      { viewer },
    );
    expect(data.updateProfile.user).toEqual({ name: 'Ada Byron' });
    expect((await world.ask('{ me { user { name } } }', {}, { viewer })).data.me.user.name).toBe(
      'Ada Byron',
    );
  });
});

describe('what others may see', () => {
  const entities = (viewer: Viewer, representations: object[]) =>
    world.ask(
      `query ($r: [_Any!]!) { _entities(representations: $r) {
        ... on User { name email } ... on Organization { name } } }`,
      { r: representations },
      { viewer },
    );

  it('shows a colleague, the own organization, and nobody else', async () => {
    const [mine, theirs] = [await signedUp(), await signedUp()];
    const colleague = newId();
    await world.rows(
      `with person as (insert into user_account (id, email, name, created_at)
         values ($1, $2, 'Colleague', now()) returning id)
       insert into membership (id, organization_id, user_id, role, created_at)
       select gen_random_uuid(), $3, id, 'VIEWER', now() from person`,
      [colleague, newEmail(), mine.organizationId],
    );
    const { data } = await entities(mine.viewer, [
      { __typename: 'User', id: colleague },
      { __typename: 'User', id: theirs.session.userId },
      { __typename: 'Organization', id: mine.organizationId },
      { __typename: 'Organization', id: theirs.organizationId },
      { __typename: 'Organization', id: 'no id' },
    ]);
    expect(data._entities).toMatchObject([
      { name: 'Colleague' },
      null,
      { name: 'Example Ltd' },
      null,
      null,
    ]);
  });

  it('shows the holder of a payment link no person and no organization', async () => {
    const { session, organizationId } = await signedUp();
    const { data } = await entities(payerOf(organizationId ?? ''), [
      { __typename: 'User', id: session.userId },
      { __typename: 'Organization', id: organizationId },
    ]);
    expect(data._entities).toEqual([null, null]);
  });

  it('asks an anonymous caller to sign in', async () => {
    for (const query of [
      '{ me { role } }',
      'mutation { removeDemoOrganization { __typename } }',
      'mutation { updateProfile(input: { name: "x" }) { __typename } }',
      'mutation { createOrganization(input: { name: "x", baseCurrency: "EUR" }) { __typename } }',
    ]) {
      expect((await world.ask(query)).errors[0].extensions.code).toBe('UNAUTHENTICATED');
    }
  });
});

describe('rooms that begin to listen to time zones', () => {
  it('are told once more of every organization that has one, and of no other', async () => {
    const berlin = { country: 'DE', timeZone: 'Europe/Berlin' };
    const moved = await signedUp();
    const chosen = await createOrganization(
      world,
      { name: 'Kiosk', baseCurrency: 'EUR', timeZone: 'Asia/Tokyo' },
      { viewer: moved.viewer },
    );
    await change(moved.viewer, { name: 'Workshop', ...berlin });
    const unmoved = await signedUp();
    await world.rows(`delete from outbox where topic = 'organization_updated'`);
    await world.rows(`delete from migration where name like '%tell_time_zones'`);
    await migrate(await openDatabase(world.database.ownerUrl));

    const { organizationId } = moved;
    expect(await told(organizationId)).toEqual([
      { data: { organizationId, name: 'Workshop', ...berlin } },
    ]);
    expect(await told(chosen.organizationId)).toMatchObject([
      { data: { name: 'Kiosk', country: null, timeZone: 'Asia/Tokyo' } },
    ]);
    expect(await told(unmoved.organizationId)).toEqual([]);
    const events = await world.rows(
      `select event from outbox where topic = 'organization_updated'`,
    );
    for (const { event } of events) expect(() => checkEvent(event)).not.toThrow();
    expect(new Set(events.map(({ event }) => event.id)).size).toBe(events.length);
  });
});
