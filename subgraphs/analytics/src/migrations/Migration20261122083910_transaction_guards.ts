import { wallAround } from '@finflow/shared/database/wall-around';
import { Migration } from '@mikro-orm/migrations';

const tables = [
  'transaction',
  'transaction_reversal',
  'category_decision',
  'category_suggestion',
  'category_settings',
  'suggestion_request',
];

/** What was heard and decided stays; a suggestion is an opinion, and changes with what is learned. */
const narrowRights = `
  revoke update, delete on transaction, transaction_reversal, category_decision from finflow_app;
  revoke delete on category_settings from finflow_app;`;

const checks = `
  alter table transaction add constraint transaction_amount_check check (amount_minor > 0);
  alter table category_decision
    add constraint category_decision_count_check check (revision > 0 and number > 0),
    add constraint category_decision_confidence_check check (confidence between 0 and 1);
  alter table category_suggestion
    add constraint category_suggestion_confidence_check check (confidence between 0 and 1);
  alter table category_settings
    add constraint category_settings_threshold_check check (threshold between 0.5 and 1);
  create index transaction_uncategorized on transaction (organization_id, date desc, id desc)
    where account_code = '6999';`;

/** The wall around expenses and categories, and what the application may not do with them. */
export class Migration20261122083910_transaction_guards extends Migration {
  override name = 'Migration20261122083910_transaction_guards';

  override up(): void {
    for (const table of tables) this.addSql(wallAround(table));
    for (const statement of [narrowRights, checks]) this.addSql(statement);
  }
}
