import { wallAround } from '@finflow/shared/database/wall-around';
import { Migration } from '@mikro-orm/migrations';

const guards = `
  revoke update, delete on account_entry from finflow_app;
  revoke delete on account_day from finflow_app;
  alter table account_entry add constraint account_entry_amounts_check
    check (debit_minor >= 0 and credit_minor >= 0);
  alter table account_day add constraint account_day_amounts_check
    check (debit_minor >= 0 and credit_minor >= 0);`;

/** Account entries are as fixed as the journal they come from; their sums only grow. */
export class Migration20261122081700_account_day_guards extends Migration {
  override name = 'Migration20261122081700_account_day_guards';

  override up(): void {
    for (const table of ['account_entry', 'account_day']) this.addSql(wallAround(table));
    this.addSql(guards);
  }
}
