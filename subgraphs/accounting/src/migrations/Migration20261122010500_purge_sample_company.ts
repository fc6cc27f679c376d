import { Migration } from '@mikro-orm/migrations';

/** Children before parents; the organization last, because it says that the others may go. */
const tables = [
  'outbox',
  'parked_event',
  'import_row',
  'receivables_import',
  'refund',
  'settlement',
  'posting',
  'journal_entry',
  'invoice_activity',
  'invoice_line',
  'invoice',
  'customer',
  'account_balance',
  'period_lock',
  'account',
  'ledger_head',
  'organization',
];

/**
 * Removes the current organization, if it is a sample company, with the owner's rights: what makes it one can't be changed, so
 * the app can't use this to get rid of real books. The mark of the event that asks for it stays in the inbox.
 */
export class Migration20261122010500_purge_sample_company extends Migration {
  override up(): void {
    this.addSql(`
      create function purge_sample_company() returns boolean language plpgsql
        security definer set search_path = public, pg_temp as $$
        declare going uuid := nullif(current_setting('app.organization_id', true), '')::uuid;
        begin
          perform 1 from organization o where o.organization_id = going and o.is_demo for update;
          if not found then return false; end if;
          delete from inbox where organization_id = going
            and xmin::text <> pg_current_xact_id()::xid::text;
          ${tables.map((table) => `delete from ${table} where organization_id = going;`).join('\n          ')}
          return true;
        end $$;
      revoke all on function purge_sample_company() from public;
      grant execute on function purge_sample_company() to finflow_app`);
  }
}
