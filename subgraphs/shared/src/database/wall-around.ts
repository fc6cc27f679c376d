/**
 * SQL for a migration, run as the database's owner: an organization sees and writes its own rows of the table; where none is named, there are
 * none. The table must have organization_id.
 */
export const wallAround = (table: string): string => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy ${table}_by_organization on ${table} to finflow_app
    using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
  create policy ${table}_by_owner on ${table} to current_user using (true) with check (true);`;
