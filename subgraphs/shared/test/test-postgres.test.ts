import { describe, expect, it } from '@jest/globals';
import { withClient } from '../src/database/provision.ts';
import { createTestDatabase } from '../src/testing/postgres.ts';

const tenantTable = `
  create table note (id int primary key, organization_id uuid not null);
  alter table note enable row level security, force row level security;
  create policy by_organization on note to finflow_app
    using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
  create policy by_owner on note to current_user using (true) with check (true);
  insert into note values (1, '11111111-1111-4111-8111-111111111111');`;

const migrate = (ownerUrl: string) =>
  withClient(ownerUrl, async (client) => void (await client.query(tenantTable)));

const notesSeenBy = (url: string, organizationId: string) =>
  withClient(url, async (client) => {
    await client.query(`select set_config('app.organization_id', $1, false)`, [organizationId]);
    return (await client.query('select id from note')).rowCount;
  });

describe('a test database', () => {
  it('shows the application only the rows of the organization it works for', async () => {
    const database = await createTestDatabase('notes', { migrate });
    expect(await notesSeenBy(database.appUrl, '11111111-1111-4111-8111-111111111111')).toBe(1);
    expect(await notesSeenBy(database.appUrl, '22222222-2222-4222-8222-222222222222')).toBe(0);
    expect(await notesSeenBy(database.appUrl, '')).toBe(0);
    expect(await notesSeenBy(database.ownerUrl, '')).toBe(1);
    await database.close();
  });

  it('is a copy of its own: a change in one is not seen in another', async () => {
    const [first, second] = await Promise.all([
      createTestDatabase('notes', { migrate }),
      createTestDatabase('notes', { migrate }),
    ]);
    await withClient(first.ownerUrl, (client) => client.query('delete from note'));
    expect(await notesSeenBy(second.ownerUrl, '')).toBe(1);
    await Promise.all([first.close(), second.close()]);
  });

  it('lets only its own roles connect', async () => {
    const mine = await createTestDatabase('mine');
    const other = await createTestDatabase('other');
    const trespass = new URL(mine.appUrl);
    trespass.pathname = new URL(other.appUrl).pathname;
    await expect(withClient(trespass.href, (client) => client.query('select 1'))).rejects.toThrow(
      /permission denied for database/,
    );
    await Promise.all([mine.close(), other.close()]);
  });
});
