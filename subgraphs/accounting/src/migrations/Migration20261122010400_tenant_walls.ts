import { Migration } from '@mikro-orm/migrations';

const tables = [
  'organization',
  'account',
  'journal_entry',
  'posting',
  'account_balance',
  'period_lock',
  'ledger_head',
  'customer',
  'invoice',
  'invoice_line',
  'invoice_activity',
  'settlement',
  'refund',
  'receivables_import',
  'import_row',
];

/** An organization's rows are seen and written by nobody else: row-level security, also against the tables' owner. */
export class Migration20261122010400_tenant_walls extends Migration {
  override up(): void {
    for (const table of tables) this.addSql(wall(table));
  }
}

const isCurrent = `organization_id = nullif(current_setting('app.organization_id', true), '')::uuid`;

const wall = (table: string) => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy ${table}_by_organization on ${table} to finflow_app
    using (${isCurrent}) with check (${isCurrent});
  create policy ${table}_by_owner on ${table} to current_user using (true) with check (true)`;
