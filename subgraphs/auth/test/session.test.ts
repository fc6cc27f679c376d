import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { logIn, newEmail, password, refresh, register } from './support/sign-in.ts';
import { openWorld, type World } from './support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const logOut = (refreshToken?: string) =>
  world.ask('mutation { logOut { ok } }', {}, { refreshToken });

const meQuery = `{ me { user { id email name } role scopes
  organization { id name baseCurrency isDemo } memberships { role organization { id name } } } }`;

describe('registering', () => {
  it('opens a user, an organization that they own, and a session', async () => {
    const email = newEmail();
    const session = await register(world, { email: `  ${email.toUpperCase()} ` });
    expect(session.__typename).toBe('Session');
    const viewer = await world.viewerOf(session.accessToken);
    expect(viewer).toMatchObject({
      kind: 'user',
      userId: session.userId,
      organizationId: session.organizationId,
      role: 'OWNER',
    });
    const { data } = await world.ask(meQuery, {}, { viewer });
    const organization = { id: session.organizationId, name: 'Example Ltd' };
    expect(data.me).toMatchObject({
      user: { id: session.userId, email, name: 'Ada Example' },
      role: 'OWNER',
      organization: { ...organization, baseCurrency: 'EUR', isDemo: false },
      memberships: [{ role: 'OWNER', organization }],
    });
    expect(data.me.scopes).toContain('organization:manage');
  });

  it('tells of user, organization and membership in the same transaction', async () => {
    const place = { country: 'PL', timeZone: 'Europe/Warsaw' };
    const { userId, organizationId } = await register(world, place);
    const told = await world.rows(
      `select topic, event->'data' as data, organization_id from outbox where key = any($1) order by position`,
      [[userId, organizationId]],
    );
    const organization_id = organizationId;
    expect(told).toEqual([
      { topic: 'user_created', data: { userId }, organization_id: null },
      {
        topic: 'organization_created',
        data: {
          organizationId,
          name: 'Example Ltd',
          baseCurrency: 'EUR',
          ...place,
          isDemo: false,
          createdBy: userId,
        },
        organization_id,
      },
      { topic: 'member_changed', data: { organizationId, userId, role: 'OWNER' }, organization_id },
    ]);
  });

  it('refuses an e-mail address that is taken, in any spelling, and changes nothing', async () => {
    const email = newEmail();
    await register(world, { email });
    const again = await register(world, { email: email.toUpperCase(), name: 'Somebody Else' });
    expect(again).toMatchObject({ __typename: 'Conflict', code: 'EMAIL_TAKEN', field: 'email' });
    expect(again.cookies).toEqual([]);
    expect(await world.rows('select name from user_account where email = $1', [email])).toEqual([
      { name: 'Ada Example' },
    ]);
  });

  it('lets one of two who register the same address at once in', async () => {
    const email = newEmail();
    const both = await Promise.all([register(world, { email }), register(world, { email })]);
    expect(both.map(({ __typename }) => __typename).sort()).toEqual(['Conflict', 'Session']);
  });

  it.each([
    ['email', { email: 'nobody' }, 'INVALID_EMAIL'],
    ['email', { email: 'moc\u202e@shop.example' }, 'INVALID_EMAIL'],
    ['password', { password: 'short' }, 'PASSWORD_TOO_SHORT'],
    ['password', { password: 'x1'.repeat(101) }, 'PASSWORD_TOO_LONG'],
    ['password', { password: 'Password123' }, 'PASSWORD_TOO_EASY'],
    ['password', { password: 'aaaaaaaaaaab' }, 'PASSWORD_TOO_EASY'],
    [
      'password',
      { email: 'someone@example.com', password: 'Someone@example.com' },
      'PASSWORD_TOO_EASY',
    ],
    ['name', { name: ' ' }, 'INVALID_NAME'],
    ['name', { name: 'Ada\u0000' }, 'INVALID_NAME'],
    ['organizationName', { organizationName: 'Acme \u202edtL' }, 'INVALID_NAME'],
    ['organizationName', { organizationName: 'x'.repeat(121) }, 'INVALID_NAME'],
  ])('refuses a bad %s', async (field, changes, code) => {
    expect(await register(world, changes)).toMatchObject({
      __typename: 'InvalidInput',
      code,
      field,
    });
  });
});

describe('logging in', () => {
  it('opens another session in the same organization', async () => {
    const email = newEmail();
    const first = await register(world, { email });
    const second = await logIn(world, { email: email.toUpperCase(), password });
    expect(second).toMatchObject({ userId: first.userId, organizationId: first.organizationId });
    expect(second.refreshToken).not.toBe(first.refreshToken);
  });

  it('remembers device and address of the session', async () => {
    const email = newEmail();
    const { userId } = await register(world, { email });
    await logIn(world, { email, password }, { device: 'Phone/2', address: '198.51.100.7' });
    const sessions = await world.rows(
      'select device, address from session where user_id = $1 order by id',
      [userId],
    );
    expect(sessions).toContainEqual({ device: 'Phone/2', address: '198.51.100.7' });
  });

  it('answers a wrong password and an unknown address alike', async () => {
    const email = newEmail();
    await register(world, { email });
    const wrong = await logIn(world, { email, password: 'not the right sentence' });
    const unknown = await logIn(world, { email: newEmail(), password });
    const malformed = await logIn(world, { email: 'nobody', password });
    expect(wrong).toMatchObject({ __typename: 'NotSignedIn', code: 'WRONG_CREDENTIALS' });
    expect(unknown).toEqual(wrong);
    expect(malformed).toEqual(wrong);
  });
});

describe('refreshing', () => {
  it('exchanges the token for a new one of the same session', async () => {
    const first = await register(world);
    world.pass(3600);
    const next = await refresh(world, first.refreshToken);
    expect(next).toMatchObject({ __typename: 'Session', userId: first.userId });
    expect(next.refreshToken).not.toBe(first.refreshToken);
    const [before, after] = [first, next].map(({ accessToken }) => claims(accessToken));
    expect(after?.sid).toBe(before?.sid);
    expect(await world.viewerOf(next.accessToken)).toMatchObject({ userId: first.userId });
  });

  it('ends every session of the family when an old token comes again', async () => {
    const first = await register(world);
    const second = await refresh(world, first.refreshToken);
    world.pass(11);
    const stolen = await refresh(world, first.refreshToken);
    expect(stolen).toMatchObject({ __typename: 'NotSignedIn', code: 'SESSION_OVER' });
    expect(stolen.cookies[0]).toMatch(/^finflow_refresh=; Max-Age=0;/);
    expect(await refresh(world, second.refreshToken)).toMatchObject({ code: 'SESSION_OVER' });
  });

  it('leaves the other sessions of the user alone when a family ends', async () => {
    const email = newEmail();
    const laptop = await register(world, { email });
    const phone = await logIn(world, { email, password });
    await refresh(world, laptop.refreshToken);
    world.pass(11);
    await refresh(world, laptop.refreshToken);
    expect(await refresh(world, phone.refreshToken)).toMatchObject({ __typename: 'Session' });
  });

  it('lets two tabs refresh at once and go on', async () => {
    const first = await register(world);
    const tabs = await Promise.all([
      refresh(world, first.refreshToken),
      refresh(world, first.refreshToken),
    ]);
    expect(tabs.map(({ __typename }) => __typename)).toEqual(['Session', 'Session']);
    world.pass(60);
    for (const { refreshToken } of tabs) {
      expect(await refresh(world, refreshToken)).toMatchObject({ __typename: 'Session' });
    }
  });

  it('refuses a token that nobody has, none, and one of 30 days ago', async () => {
    const old = await register(world);
    const over = { __typename: 'NotSignedIn', code: 'SESSION_OVER' };
    expect(await refresh(world, 'x'.repeat(43))).toMatchObject(over);
    expect(await refresh(world, undefined)).toMatchObject(over);
    world.pass(30 * 24 * 3600);
    expect(await refresh(world, old.refreshToken)).toMatchObject(over);
  });

  it('stores no token in the clear', async () => {
    const { refreshToken } = await register(world);
    const stored = await world.rows('select * from refresh_token where hash = $1', [refreshToken]);
    expect(stored).toEqual([]);
  });
});

describe('logging out', () => {
  it('ends the session and clears the cookie', async () => {
    const { refreshToken } = await register(world);
    const { data, cookies } = await logOut(refreshToken);
    expect(data).toEqual({ logOut: { ok: true } });
    expect(cookies).toEqual([
      'finflow_refresh=; Max-Age=0; Path=/graphql; HttpOnly; SameSite=Strict',
    ]);
    expect(await refresh(world, refreshToken)).toMatchObject({ code: 'SESSION_OVER' });
  });

  it('is told once, so that what is open for the session is closed', async () => {
    const { userId, accessToken, refreshToken } = await register(world);
    const sessionId = claims(accessToken).sid;
    await logOut(refreshToken);
    await logOut(refreshToken);
    const told = await world.rows(
      `select topic, event->'data' as data, organization_id from outbox where key = $1`,
      [sessionId],
    );
    expect(told).toEqual([
      { topic: 'session_revoked', data: { userId, sessionId }, organization_id: null },
    ]);
  });

  it('succeeds without a session', async () => {
    expect((await logOut()).data).toEqual({ logOut: { ok: true } });
    expect((await logOut('unknown')).data).toEqual({ logOut: { ok: true } });
  });
});

it('keeps the refresh cookie from scripts and other sites, for 30 days, Secure on https', async () => {
  const shape = 'Max-Age=2592000; Path=/graphql; HttpOnly; SameSite=Strict';
  expect((await register(world)).cookies[0]).toMatch(
    new RegExp(`^finflow_refresh=[\\w-]{43}; ${shape}$`),
  );
  const secure = await openWorld('https://finflow.example');
  expect((await register(secure)).cookies[0]).toMatch(new RegExp(`; ${shape}; Secure$`));
  await secure.close();
});

const claims = (token: string): { sid: string } =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
