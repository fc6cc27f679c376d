import { wallAround } from '@finflow/shared/database/wall-around';
import { Migration } from '@mikro-orm/migrations';

/** A model stays as it was trained; old ones are thrown away. What was changed when stays for ever. */
const guards = `
  revoke update on category_model from finflow_app;
  revoke update, delete on category_model_change from finflow_app;
  alter table category_model add constraint category_model_version_check check (version > 0);
  alter table category_model_change
    add constraint category_model_change_version_check check (version >= 0 and revision > 0),
    add constraint category_model_change_accuracy_check
      check (accuracy between 0 and 1 and accuracy_before between 0 and 1);`;

export class Migration20261122094010_category_model_guards extends Migration {
  override name = 'Migration20261122094010_category_model_guards';

  override up(): void {
    for (const table of ['category_model', 'category_model_change']) this.addSql(wallAround(table));
    this.addSql(guards);
  }
}
