import { createMessagingTables } from '@finflow/shared/outbox/schema';
import { Migration } from '@mikro-orm/migrations';

const businessTables = [
  'organization',
  'cash_entry',
  'cash_day',
  'receivable',
  'forecast',
  'forecast_request',
];

/** An organization sees and writes its own rows; where none is named, there are none. */
const wallAround = (table: string) => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy ${table}_by_organization on ${table} to finflow_app
    using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
  create policy ${table}_by_owner on ${table} to current_user using (true) with check (true);`;

/** What is once heard is not unheard: the application adds facts, and changes only what must move on. */
const narrowRights = `
  revoke update, delete on organization, cash_entry from finflow_app;
  revoke delete on cash_day, receivable from finflow_app;
  revoke update on forecast from finflow_app;
  revoke all on migration from finflow_app;`;

const checks = `
  alter table cash_entry add constraint cash_entry_received_check check (received_minor >= 0);
  alter table cash_day add constraint cash_day_amounts_check
    check (in_minor >= 0 and out_minor >= 0 and received_minor >= 0);
  alter table receivable add constraint receivable_amounts_check
    check (total_minor >= 0 and due_minor >= 0);
  create index receivable_open on receivable (organization_id, due_date)
    where paid_on is null and due_date is not null;`;

/**
 * Removes a sample company, in the caller's transaction. It runs as the owner, so that the application gets no right
 * to delete, and refuses all but the organization that the caller works in, and that one only if it was born a sample.
 */
const purge = `
  create function purge_sample_organization() returns boolean
  language plpgsql security definer set search_path = pg_catalog, public as $$
  declare
    doomed uuid := nullif(current_setting('app.organization_id', true), '')::uuid;
  begin
    perform from organization where organization_id = doomed and is_demo for update;
    if not found then return false; end if;
    ${businessTables.map((table) => `delete from ${table} where organization_id = doomed;`).join('\n    ')}
    return true;
  end $$;
  revoke all on function purge_sample_organization() from public;
  grant execute on function purge_sample_organization() to finflow_app;`;

/** The wall between organizations, what the application may not do, and the tables of outbox and inbox. */
export class Migration20261122013000_guards extends Migration {
  override name = 'Migration20261122013000_guards';

  override up(): void {
    for (const statement of createMessagingTables) this.addSql(statement);
    for (const table of businessTables) this.addSql(wallAround(table));
    for (const statement of [narrowRights, checks, purge]) this.addSql(statement);
  }
}
