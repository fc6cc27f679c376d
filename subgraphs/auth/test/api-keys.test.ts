import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashApiKey, isApiKeyText } from '@finflow/shared/api-key';
import { newId } from '@finflow/shared/ids';
import { toLocalDate } from '@finflow/shared/local-date';
import { newPartner } from '@finflow/shared/testing/viewers';
import { organizationOf, type Role, scopesOf, type Viewer } from '@finflow/shared/viewer';
import { askAboutKey, createKey, listKeys, revokeKey } from './support/api-keys.ts';
import { newEmail, register } from './support/sign-in.ts';
import { openWorld, type World } from './support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function owner(): Promise<Extract<Viewer, { kind: 'user' }>> {
  const session = await register(world, { email: newEmail() });
  const viewer = await world.viewerOf(session.accessToken);
  if (viewer.kind !== 'user') throw new Error('who registers is a user');
  return viewer;
}

const withRole = (viewer: Viewer, role: Role): Viewer =>
  viewer.kind === 'user' ? { ...viewer, role, scopes: scopesOf[role] } : viewer;

const partnerOf = (viewer: Viewer, apiKeyId: string): Viewer =>
  newPartner({ apiKeyId, organizationId: organizationOf(viewer) ?? '' });

describe('making a key', () => {
  it('shows the key once, and keeps only its hash', async () => {
    const viewer = await owner();
    const { secret, apiKey } = await createKey(world, viewer, {
      name: ' Shop ',
      scopes: ['invoices:write', 'invoices:read', 'invoices:read'],
    });
    expect(isApiKeyText(secret)).toBe(true);
    expect(secret.startsWith(`${apiKey.prefix}_`)).toBe(true);
    expect(apiKey).toMatchObject({
      name: 'Shop',
      scopes: ['invoices:read', 'invoices:write'],
      state: 'ACTIVE',
      createdBy: { id: viewer.userId },
      expiresOn: null,
      lastUsedOn: null,
    });
    const [row] = await world.rows('select * from api_key where id = $1', [apiKey.id]);
    expect(row).toMatchObject({ hash: hashApiKey(secret) });
    expect(JSON.stringify(row)).not.toContain(secret);
    expect(JSON.stringify(await listKeys(world, viewer))).not.toContain(secret);
  });

  it.each([
    ['an empty name', { name: ' ' }, 'INVALID_NAME', 'name'],
    ['no scopes', { scopes: [] }, 'NO_SCOPES', 'scopes'],
    ['an unknown scope', { scopes: ['all'] }, 'UNKNOWN_SCOPE', 'scopes'],
    ['a scope that runs the house', { scopes: ['members:manage'] }, 'UNKNOWN_SCOPE', 'scopes'],
    ['a day that is over', { expiresOn: '2026-02-28' }, 'EXPIRED_ALREADY', 'expiresOn'],
  ])('refuses %s', async (_what, changes, code, field) => {
    const answer = await createKey(world, await owner(), changes);
    expect(answer).toMatchObject({ __typename: 'InvalidInput', code, field });
  });

  it('gives nobody more than they have', async () => {
    const viewer = { ...(await owner()), scopes: ['organization:manage', 'invoices:read'] };
    const answer = await createKey(world, viewer, { scopes: ['invoices:read', 'ledger:write'] });
    expect(answer).toMatchObject({ __typename: 'InvalidInput', code: 'SCOPE_NOT_YOURS' });
  });

  it('is refused to the fifty-first that is active', async () => {
    const viewer = await owner();
    await world.rows(
      `insert into api_key (id, organization_id, name, prefix, hash, scopes, created_by, created_at)
       select gen_random_uuid(), $1::uuid, 'Many', 'ffk_00000000', encode(sha256(($3 || n)::bytea), 'hex'),
         array['invoices:read'], $2, now() from generate_series(1, 50) as n`,
      [viewer.organizationId, viewer.userId, newId()],
    );
    expect(await createKey(world, viewer)).toMatchObject({ code: 'TOO_MANY_API_KEYS' });
    const [last] = (await listKeys(world, viewer)).edges;
    await revokeKey(world, viewer, last?.node.id ?? '');
    expect(await createKey(world, viewer)).toMatchObject({ __typename: 'ApiKeyCreated' });
  });

  it.each(['ACCOUNTANT', 'MEMBER', 'VIEWER'] as const)('is forbidden to a %s', async (role) => {
    const viewer = withRole(await owner(), role);
    await expect(createKey(world, viewer)).rejects.toThrow('FORBIDDEN');
    await expect(listKeys(world, viewer)).rejects.toThrow('FORBIDDEN');
    await expect(revokeKey(world, viewer, newId())).rejects.toThrow('FORBIDDEN');
  });

  it('is open to an ADMIN', async () => {
    const viewer = withRole(await owner(), 'ADMIN');
    expect(await createKey(world, viewer)).toMatchObject({ __typename: 'ApiKeyCreated' });
  });
});

describe('the list', () => {
  it('pages through all keys, newest first, and shows nobody else’s', async () => {
    const [mine, theirs] = [await owner(), await owner()];
    await createKey(world, theirs, { name: 'Theirs' });
    for (const name of ['One', 'Two', 'Three']) {
      world.pass(1);
      await createKey(world, mine, { name });
    }
    const first = await listKeys(world, mine, { first: 2 });
    expect(first.totalCount).toBe(3);
    expect(first.edges.map(({ node }) => node.name)).toEqual(['Three', 'Two']);
    expect(first.pageInfo.hasNextPage).toBe(true);
    const second = await listKeys(world, mine, { first: 2, after: first.pageInfo.endCursor });
    expect(second.edges.map(({ node }) => node.name)).toEqual(['One']);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });
});

describe('revoking', () => {
  it('ends a key for good, tells of it once, and says the same when it is done again', async () => {
    const viewer = await owner();
    const { apiKey, secret } = await createKey(world, viewer);
    expect((await askAboutKey(world, secret)).status).toBe(200);
    const revoked = await revokeKey(world, viewer, apiKey.id);
    expect(revoked).toMatchObject({ __typename: 'ApiKeyRevoked', apiKey: { state: 'REVOKED' } });
    world.pass(60);
    expect(await revokeKey(world, viewer, apiKey.id)).toEqual(revoked);
    expect((await askAboutKey(world, secret)).status).toBe(404);
    expect(
      await world.rows(
        `select organization_id, event->'data' as data from outbox where topic = 'api_key_revoked' and key = $1`,
        [apiKey.id],
      ),
    ).toEqual([
      {
        organization_id: viewer.organizationId,
        data: { organizationId: viewer.organizationId, apiKeyId: apiKey.id },
      },
    ]);
  });

  it('finds no key of another organization, nor one that is none', async () => {
    const { apiKey, secret } = await createKey(world, await owner());
    const stranger = await owner();
    for (const id of [apiKey.id, newId(), 'no id']) {
      expect(await revokeKey(world, stranger, id)).toMatchObject({ code: 'API_KEY_NOT_FOUND' });
    }
    expect((await askAboutKey(world, secret)).status).toBe(200);
  });
});

describe('what the gateway hears of a key', () => {
  it('is its organization, scopes and end; the day of its use is noted', async () => {
    const viewer = await owner();
    const { apiKey, secret } = await createKey(world, viewer, { expiresOn: '2026-03-02' });
    expect(await askAboutKey(world, secret)).toEqual({
      status: 200,
      body: {
        apiKeyId: apiKey.id,
        organizationId: viewer.organizationId,
        scopes: ['invoices:read'],
        expiresAt: '2026-03-03T00:00:00.000Z',
      },
    });
    const [listed] = (await listKeys(world, viewer)).edges;
    expect(listed?.node.lastUsedOn).toBe(toLocalDate(world.clock.now()));
  });

  it('ends with the last day', async () => {
    const viewer = await owner();
    const today = toLocalDate(world.clock.now());
    const { secret } = await createKey(world, viewer, { expiresOn: today });
    expect((await askAboutKey(world, secret)).status).toBe(200);
    world.pass(24 * 60 * 60);
    expect((await askAboutKey(world, secret)).status).toBe(404);
    expect((await listKeys(world, viewer)).edges[0]?.node.state).toBe('EXPIRED');
  });

  it('is nothing for an unknown key, and nothing for who is not the gateway', async () => {
    const { secret } = await createKey(world, await owner());
    expect((await askAboutKey(world, `${secret.slice(0, -1)}!`)).status).toBe(404);
    expect((await askAboutKey(world, secret, 'no signature')).status).toBe(401);
    expect((await askAboutKey(world, secret, '')).status).toBe(401);
  });
});

describe('a program with a key', () => {
  it('is refused what belongs to a person, also when the gateway would let it through', async () => {
    const viewer = await owner();
    const { apiKey } = await createKey(world, viewer);
    const partner = partnerOf(viewer, apiKey.id);
    for (const query of [
      '{ me { role } }',
      '{ apiKeys { totalCount } }',
      `mutation { revokeApiKey(input: { apiKeyId: "${apiKey.id}" }) { __typename } }`,
      'mutation { createApiKey(input: { name: "x", scopes: ["invoices:read"] }) { __typename } }',
      'mutation { updateProfile(input: { name: "x" }) { __typename } }',
      'mutation { createOrganization(input: { name: "x", baseCurrency: "EUR" }) { __typename } }',
      'mutation { updateOrganization(input: { name: "x" }) { __typename } }',
      'mutation { removeDemoOrganization { __typename } }',
    ]) {
      const { errors } = await world.ask(query, {}, { viewer: partner });
      expect({ query, code: errors?.[0].extensions.code }).toEqual({ query, code: 'FORBIDDEN' });
    }
  });

  it('sees no person', async () => {
    const viewer = await owner();
    const { data } = await world.ask(
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on User { email } } }',
      { r: [{ __typename: 'User', id: viewer.userId }] },
      { viewer: partnerOf(viewer, newId()) },
    );
    expect(data._entities).toEqual([null]);
  });
});
