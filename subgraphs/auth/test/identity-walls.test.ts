import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@finflow/shared/database/provision';
import { newId } from '@finflow/shared/ids';
import { tenantWallProblems } from '@finflow/shared/testing/tenant-walls';
import { newEmail, register, type SessionAnswer } from './support/sign-in.ts';
import { openWorld, type World } from './support/world.ts';

let world: World;
let victim: SessionAnswer;
let attacker: SessionAnswer;
let victimEmail: string;
beforeAll(async () => {
  world = await openWorld();
  victimEmail = newEmail();
  victim = await register(world, { email: victimEmail });
  attacker = await register(world);
  for (const { organizationId, userId } of [victim, attacker]) {
    await world.rows(
      `insert into api_key (id, organization_id, name, prefix, hash, scopes, created_by, created_at)
       values ($1, $2, 'Shop', 'ffk_00000000', encode(sha256($3), 'hex'), array['ledger:read'], $4, now())`,
      [newId(), organizationId, newId(), userId],
    );
  }
});
afterAll(() => world.close());

/** Runs SQL as the application's role, as the given caller; returns its rows. */
const asApp = (
  caller: { userId?: string; organizationId?: string | null },
  sql: string,
  values: unknown[] = [],
) =>
  withClient(world.database.appUrl, async (client) => {
    await client.query(
      `select set_config('app.user_id', $1, false), set_config('app.organization_id', $2, false)`,
      [caller.userId ?? '', caller.organizationId ?? ''],
    );
    return (await client.query(sql, values)).rows;
  });

/** These belong to persons or to nobody: what stands in for the wall by organization. */
const otherWalls = {
  user_account: 'seen by the user, and by members of the current organization',
  password: 'seen by its user',
  session: 'seen by its user',
  refresh_token: 'seen by its user',
  organization: 'is the organization: seen inside it, and by its members',
  membership: 'seen inside its organization, and by its user',
  sign_in_attempt: 'counters under hashed names',
  signing_key: 'public keys, and private ones that are encrypted',
};

describe('the walls', () => {
  it('stand around every table', async () => {
    expect(await tenantWallProblems(world.database.ownerUrl, otherWalls)).toEqual([]);
    const unforced = await world.rows(
      `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
       and relname <> 'migration' and not (relrowsecurity and relforcerowsecurity)`,
    );
    expect(unforced).toEqual([]);
  });

  it('show nobody a row that names another person or organization, in any table', async () => {
    const tables = await world.rows(
      `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
    );
    expect(tables.length).toBeGreaterThan(8);
    const isAbout = (name: string) =>
      `select count(*)::int as seen from ${name} as t where t::text like any($1)`;
    const marks = [victim.userId, victim.organizationId, victimEmail].map((mark) => `%${mark}%`);
    for (const { name } of tables) {
      const closed = await world.rows(
        `select not has_table_privilege('finflow_app', $1, 'select') as closed`,
        [name],
      );
      if (closed[0].closed) continue;
      for (const caller of [attacker, {}]) {
        expect({ name, seen: await asApp(caller, isAbout(name), [marks]) }).toEqual({
          name,
          seen: [{ seen: 0 }],
        });
      }
    }
  });

  it('show each person their own, so that the test above can fail', async () => {
    for (const table of ['user_account', 'password', 'session', 'refresh_token', 'membership']) {
      const rows = await asApp(victim, `select from ${table}`);
      expect({ table, rows: rows.length }).toEqual({ table, rows: 1 });
    }
  });

  it('turn a credential into a user id, and tell nothing else', async () => {
    const find = (email: string) => asApp({}, 'select find_user_by_email($1) as id', [email]);
    expect(await find(victimEmail)).toEqual([{ id: victim.userId }]);
    expect(await find('%')).toEqual([{ id: null }]);
    const doors = await world.rows(
      `select proname as name from pg_proc
       where pronamespace = 'public'::regnamespace and prosecdef order by 1`,
    );
    expect(doors).toEqual([
      { name: 'find_organization_by_api_key' },
      { name: 'find_user_by_email' },
      { name: 'find_user_by_refresh_token' },
    ]);
  });
});

describe('an attacker with the application’s own role', () => {
  const refused = /permission denied|row-level security/;

  it.each([
    ['joins another organization', () => join(victim.organizationId)],
    ['makes a session for another', () => startSession(victim.userId)],
    ['opens a sample company', () => openOrganization(true)],
    ['opens a company in the name of another', () => openOrganization(false, victim.userId)],
    ['makes a company a sample', () => sql('update organization set is_demo = true')],
    ['raises a role', () => sql(`update membership set role = 'OWNER'`)],
    ['deletes a company', () => sql('delete from organization')],
    ['deletes a person', () => sql('delete from user_account')],
    ['changes an e-mail address', () => sql(`update user_account set email = 'x@example.com'`)],
    ['forgets a refresh token', () => sql('delete from refresh_token')],
    ['forgets a session', () => sql('delete from session')],
    ['takes away the signing keys', () => sql('delete from signing_key')],
    ['replaces a signing key', () => sql(`update signing_key set public_key = '{}'`)],
    ['gives a key more scopes', () => sql(`update api_key set scopes = array['ledger:write']`)],
    ['makes a key live longer', () => sql('update api_key set expires_on = null')],
    ['forgets a key', () => sql('delete from api_key')],
    ['makes a key for another', () => makeKey(victim.organizationId)],
    ['reads the outbox', () => sql('select * from outbox')],
    ['switches the walls off', () => sql('set row_security = off; select * from password')],
  ])('is refused when it %s', async (_deed, attempt) => {
    await expect(attempt()).rejects.toThrow(refused);
  });

  it.each([
    ['session', `update session set organization_id = null where user_id = $1 returning 1`],
    ['password', `update password set hash = hash where user_id = $1 returning 1`],
    ['user', `update user_account set name = 'Mine' where id = $1 returning 1`],
    ['refresh token', `update refresh_token set rotated_at = null where user_id = $1 returning 1`],
  ])("finds nobody else's %s to change", async (_row, statement) => {
    expect(await asApp(attacker, statement, [victim.userId])).toEqual([]);
  });

  const sql = (statement: string) => asApp(attacker, statement);

  const join = (organizationId: string | null) =>
    asApp(attacker, `insert into membership values ($1, $2, $3, 'OWNER', now())`, [
      newId(),
      organizationId,
      attacker.userId,
    ]);

  const startSession = (userId: string) =>
    asApp(attacker, `insert into session values ($1, $2, null, '', '', now(), now(), now())`, [
      newId(),
      userId,
    ]);

  const makeKey = (organizationId: string | null) =>
    asApp(
      attacker,
      `insert into api_key values ($1, $2, 'Mine', 'ffk_00000000', repeat('0', 64), array['x'], $3, now())`,
      [newId(), organizationId, attacker.userId],
    );

  it('can’t bring a revoked key back', async () => {
    const inside = { userId: attacker.userId, organizationId: attacker.organizationId };
    const revoke = 'update api_key set revoked_at = now() returning id';
    const revive = 'update api_key set revoked_at = null returning id';
    expect(await asApp(inside, revoke)).toHaveLength(1);
    expect(await asApp(inside, revive)).toEqual([]);
  });

  function openOrganization(isDemo: boolean, createdBy = attacker.userId) {
    const organizationId = newId();
    const values = [organizationId, isDemo, createdBy];
    return asApp(
      { userId: attacker.userId, organizationId },
      `insert into organization values ($1, 'New', 'EUR', $2, $3, now())`,
      values,
    );
  }
});

describe('the database itself', () => {
  it.each([
    ['a password in the clear', `update password set hash = 'secret'`],
    ['an unknown role', `update membership set role = 'EMPEROR'`],
    ['a nameless organization', `update organization set name = ' '`],
    ['a country by its name', `update organization set country = 'de'`],
    ['an offset for a time zone', `update organization set time_zone = '+01:00'`],
    ['an e-mail address that is not normalised', `update user_account set email = 'A@Example.com'`],
    ['a refresh token in the clear', `update refresh_token set hash = 'secret'`],
    ['a key in the clear', `update api_key set hash = 'secret'`],
    ['a key without scopes', `update api_key set scopes = '{}'`],
    ['a key that runs the house', `update api_key set scopes = array['members:manage']`],
    ['a revocation without its reason', 'update session set revoked_at = now()'],
  ])('refuses %s, from anybody', async (_name, statement) => {
    await expect(world.rows(statement)).rejects.toThrow(/violates check constraint/);
  });
});
