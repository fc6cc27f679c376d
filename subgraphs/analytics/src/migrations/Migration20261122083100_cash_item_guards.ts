import { Migration } from '@mikro-orm/migrations';

/** An organization sees and writes its own rows; where none is named, there are none. */
const wall = `
  alter table cash_item enable row level security;
  alter table cash_item force row level security;
  create policy cash_item_by_organization on cash_item to finflow_app
    using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
  create policy cash_item_by_owner on cash_item to current_user using (true) with check (true);`;

/** What cash moved for is as fixed as the journal that it comes from. */
export class Migration20261122083100_cash_item_guards extends Migration {
  override name = 'Migration20261122083100_cash_item_guards';

  override up(): void {
    this.addSql(wall);
    this.addSql('revoke update, delete on cash_item from finflow_app');
  }
}
