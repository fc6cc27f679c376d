import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@finflow/shared/database/provision';
import { inOrganization } from '@finflow/shared/database/tenancy';
import { newId } from '@finflow/shared/ids';
import { tablesWithoutEntity } from '@finflow/shared/outbox/schema';
import { decideCategories } from '../src/categories/category.service.ts';
import { changeModel } from '../src/categories/model/category-model.service.ts';
import { readDashboard } from '../src/dashboard/dashboard.service.ts';
import { makeForecast, newestForecast } from '../src/forecast/forecast.service.ts';
import { clock, eventsOf } from './support/events.ts';
import { hear } from './support/hear.ts';
import { sameThread } from './support/same-thread.ts';
import { openTestDatabase } from './support/test-database.ts';

let room: Awaited<ReturnType<typeof openTestDatabase>>;
const [ours, theirs] = [newId(), newId()];

beforeAll(async () => {
  room = await openTestDatabase();
  for (const id of [ours, theirs]) await fill(id, false);
});
afterAll(() => room.close());

async function fill(id: string, isDemo: boolean) {
  const write = eventsOf(id);
  await hear(room.database, [
    write.created(isDemo),
    write.invoiced(newId(), '1000', '2026-07-20'),
    write.posted('2026-07-01', 'Dr 1000 5000', 'Cr 3000 5000'),
    write.odd(newId()),
    write.reviewed(newId()),
  ]);
  await inOrganization(id, () => makeForecast(room.database.em.fork(), clock, sameThread));
  const [mistake, known, unknown] = ['Mistake', 'Stapler', 'Riddle'].map((text) =>
    write.spent(text, '1'),
  );
  if (!mistake || !known || !unknown) throw new Error('Three texts give three expenses');
  await hear(room.database, [mistake, known, unknown, write.takenBack(mistake)]);
  await inOrganization(id, async () => {
    const deciding = { em: room.database.em.fork(), organizationId: id, actorId: newId(), clock };
    const decision = { transactionId: known.data.entryId, category: 'OFFICE_SUPPLIES' };
    await decideCategories([decision], () => 'input', deciding);
    await room.database.em.fork().transactional(async (em) => {
      const change = { version: 0, revision: 1, reason: 'KEPT', decisionNumber: 1 } as const;
      await changeModel(change, { ...deciding, em });
      await em.execute(
        `insert into category_model (organization_id, version, weights, embedding, memory)
         values (?, 1, '\\x00', 'none', '{}')`,
        [id],
      );
      await em.execute('insert into category_training_failure values (?, now())', [id]);
    });
  });
  await hear(room.database, [
    write.posted('2026-07-02', 'Dr 1000 1', 'Cr 3000 1'),
    write.spent('Another riddle', '1'),
  ]);
}

/** Runs SQL as the application's role does, inside `organizationId`. */
const asApp = (organizationId: string, sql: string, values: unknown[] = []) =>
  withClient(room.appUrl, async (client) => {
    await client.query(`select set_config('app.organization_id', $1, false)`, [organizationId]);
    return client.query(sql, values);
  });

const tables = (): Promise<string[]> =>
  withClient(room.ownerUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select relname as name from pg_class
       where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`,
    );
    return rows.map(({ name }) => name);
  });

/** What holds no business data: the list of migrations that have run, the wish for a rebuild. */
const withoutBusinessData = ['migration', 'rebuild_wanted'];

describe('the wall between organizations', () => {
  it('stands, forced, around every table of the catalogue', async () => {
    const walled = await withClient(room.ownerUrl, (client) =>
      client.query<{ name: string }>(
        `select relname as name from pg_class c
         where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
           and relrowsecurity and relforcerowsecurity
           and exists (select from pg_attribute where attrelid = c.oid and attname = 'organization_id')
           and exists (select from pg_policy where polrelid = c.oid)
         order by 1`,
      ),
    );
    const expected = (await tables()).filter((name) => !withoutBusinessData.includes(name));
    expect(walled.rows.map(({ name }) => name)).toEqual(expected);
  });

  it('shows an organization its own rows, and nobody any without one', async () => {
    const own = (await tables()).filter(
      (name) => ![...withoutBusinessData, ...tablesWithoutEntity].includes(name),
    );
    expect(own).toContain('forecast');
    for (const table of own) {
      const sql = `select organization_id from ${table}`;
      const rows = (await asApp(ours, sql)).rows as { organization_id: string }[];
      expect(rows.length).toBeGreaterThan(0);
      expect(new Set(rows.map((row) => row.organization_id))).toEqual(new Set([ours]));
      expect((await asApp('', sql)).rowCount).toBe(0);
    }
  });

  it('refuses rows for another organization', async () => {
    await expect(
      asApp(ours, `insert into organization values ($1, 'x', 'EUR', true)`, [newId()]),
    ).rejects.toThrow('row-level security');
    await expect(
      asApp(ours, `insert into cash_day values ($1, 'EUR', '2026-01-01', 1, 0, 0)`, [theirs]),
    ).rejects.toThrow('row-level security');
  });
});

describe('what the application may not do', () => {
  it.each([
    'update organization set is_demo = true',
    'delete from organization',
    'update cash_entry set net_minor = 0',
    'delete from cash_entry',
    'update cash_item set amount_minor = 0',
    'delete from cash_item',
    'update account_entry set debit_minor = 0',
    'delete from account_entry',
    'delete from account_day',
    'delete from cash_day',
    'delete from receivable',
    'update observation set amount_minor = 0',
    'delete from observation',
    'update anomaly set rarity = 1',
    'delete from anomaly_review',
    `update forecast set outlook = '{}'`,
    'truncate cash_entry',
    'update migration set name = name',
  ])('refuses: %s', async (sql) => {
    await expect(asApp(ours, sql)).rejects.toThrow('permission denied');
  });

  it('refuses negative sums', async () => {
    await expect(asApp(ours, 'update cash_day set out_minor = -1')).rejects.toThrow(
      'cash_day_amounts_check',
    );
  });
});

describe('a sample company that is removed', () => {
  it('leaves no row behind, and everybody else untouched', async () => {
    const sample = newId();
    await fill(sample, true);
    await hear(room.database, [eventsOf(sample).deleted()]);
    for (const table of await tables()) {
      if ([...withoutBusinessData, ...tablesWithoutEntity].includes(table)) continue;
      const left = await room.owner.em
        .fork()
        .execute(`select 1 from ${table} where organization_id = ?`, [sample]);
      expect(left).toEqual([]);
    }
    expect(
      await inOrganization(ours, () => newestForecast(room.database.em.fork())),
    ).not.toBeNull();
  });

  it('is the only kind that can be: others keep their figures', async () => {
    await hear(room.database, [eventsOf(theirs).deleted()]);
    const figures = await inOrganization(theirs, () =>
      readDashboard(room.database.em.fork(), clock),
    );
    expect(figures?.cash.minor).toBe(4998n);
  });

  it('waits for its creation when the deletion comes first', async () => {
    await expect(hear(room.database, [eventsOf(newId()).deleted()])).rejects.toThrow(
      'not heard of yet',
    );
  });
});

it('keeps entities and migrations the same', async () => {
  expect(await room.owner.migrator.checkSchema()).toBe(false);
});
