import { defineEntity, p } from '@mikro-orm/core';
import { MikroORM } from '@mikro-orm/postgresql';
import { ormOptions } from '../../src/database/orm-options.ts';
import { withClient } from '../../src/database/provision.ts';
import {
  createLanes,
  createMessagingTables,
  indexOutboxBySender,
} from '../../src/outbox/schema.ts';
import { createTestDatabase } from '../../src/testing/postgres.ts';

const EffectSchema = defineEntity({
  name: 'Effect',
  properties: {
    eventId: p.uuid().primary(),
    organizationId: p.uuid(),
    key: p.uuid(),
    value: p.string(),
    place: p.integer().autoincrement(),
  },
});

/** What a handled event leaves behind, so that a test can count effects. */
export class Effect extends EffectSchema.class {}
EffectSchema.setClass(Effect);

const createEffect = `
  create table effect (
    event_id uuid primary key,
    organization_id uuid not null,
    key uuid not null,
    value text not null,
    place int generated always as identity
  );
  alter table effect enable row level security;
  alter table effect force row level security;
  create policy effect_by_organization on effect to finflow_app
    using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
  create policy effect_by_owner on effect to current_user using (true) with check (true);`;

/** The smallest subgraph there can be: outbox, inbox, parked events, lanes and one table with business data. */
export async function openProbeRoom() {
  const database = await createTestDatabase('probe', {
    migrate: (ownerUrl) =>
      withClient(ownerUrl, async (client) => {
        const tables = [...createMessagingTables, createLanes, indexOutboxBySender, createEffect];
        for (const sql of tables) await client.query(sql);
      }),
  });
  const orm = await MikroORM.init({
    ...ormOptions(database.appUrl, import.meta.dirname),
    entities: [EffectSchema],
  });
  return {
    ...database,
    orm,
    /** Asks as the tables' owner, who sees the rows of every organization. */
    ask: <Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row[]> =>
      withClient(
        database.ownerUrl,
        async (client) => (await client.query<Row>(sql, [...values])).rows,
      ),
    close: async () => {
      await orm.close();
      await database.close();
    },
  };
}
export type ProbeRoom = Awaited<ReturnType<typeof openProbeRoom>>;
