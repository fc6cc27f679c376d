import { messagingTables } from '@finflow/shared/outbox/schema';
import { Migration } from '@mikro-orm/migrations';

/** An organization sees and writes its own rows; where none is named, there are none. */
const wallAround = (table: string) => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy ${table}_by_organization on ${table} to finflow_app
    using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
  create policy ${table}_by_owner on ${table} to current_user using (true) with check (true);`;

const guards = `
  revoke update, delete on account_entry from finflow_app;
  revoke delete on account_day from finflow_app;
  alter table account_entry add constraint account_entry_amounts_check
    check (debit_minor >= 0 and credit_minor >= 0);
  alter table account_day add constraint account_day_amounts_check
    check (debit_minor >= 0 and credit_minor >= 0);`;

/**
 * As before, but the tables come from the catalogue, so that one that is added later can't be forgotten. Those of outbox and
 * inbox stay: they tell what was said and heard, and the removal itself is among it.
 */
const purge = `
  create or replace function purge_sample_organization() returns boolean
  language plpgsql security definer set search_path = pg_catalog, public as $$
  declare
    doomed uuid := nullif(current_setting('app.organization_id', true), '')::uuid;
    holder regclass;
  begin
    perform from organization where organization_id = doomed and is_demo for update;
    if not found then return false; end if;
    for holder in
      select c.oid from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id'
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and not c.relispartition and not a.attisdropped
        and c.relname not in (${messagingTables.map((table) => `'${table}'`).join(', ')})
      order by c.relname
    loop
      execute format('delete from %s where organization_id = $1', holder) using doomed;
    end loop;
    return true;
  end $$;`;

export class Migration20261122081700_account_day_guards extends Migration {
  override name = 'Migration20261122081700_account_day_guards';

  override up(): void {
    for (const table of ['account_entry', 'account_day']) this.addSql(wallAround(table));
    for (const statement of [guards, purge]) this.addSql(statement);
  }
}
