import { Migration } from '@mikro-orm/migrations';

/**
 * The walls around API keys: an organization's rows are seen inside it; before anybody is known, one narrow function turns a
 * key's hash into its organization. A key is made, used and ended; nothing else about it can change, and the end is for good.
 */
export class Migration20261122000300_api_key_guards extends Migration {
  override up(): void {
    for (const statement of [checks, walls, ...narrowRights, findOrganization])
      this.addSql(statement);
  }
}

const checks = `
  alter table api_key
    add constraint api_key_name_present check (btrim(name) <> ''),
    add constraint api_key_prefix_shape check (prefix ~ '^ffk_[0-9A-Za-z]{8}$'),
    add constraint api_key_hashed check (hash ~ '^[0-9a-f]{64}$'),
    add constraint api_key_scopes_present check (cardinality(scopes) > 0),
    add constraint api_key_runs_no_organization check (not scopes && array['organization:manage', 'members:manage']);`;

const isInside = `organization_id = nullif(current_setting('app.organization_id', true), '')::uuid`;

const walls = `
  alter table api_key enable row level security;
  alter table api_key force row level security;
  create policy api_key_by_owner on api_key to current_user using (true) with check (true);
  create policy api_key_read on api_key for select to finflow_app using (${isInside});
  create policy api_key_make on api_key for insert to finflow_app
    with check (${isInside} and revoked_at is null and last_used_on is null);
  create policy api_key_use_and_end on api_key for update to finflow_app
    using (${isInside} and revoked_at is null) with check (${isInside});`;

const narrowRights = [
  'revoke update, delete on api_key from finflow_app',
  'grant update (last_used_on, revoked_at) on api_key to finflow_app',
];

const findOrganization = `
  create function find_organization_by_api_key(sought text) returns uuid language sql stable security definer
    set search_path = pg_catalog, public as $$ select organization_id from api_key where hash = sought $$;
  revoke all on function find_organization_by_api_key(text) from public;
  grant execute on function find_organization_by_api_key(text) to finflow_app;`;
