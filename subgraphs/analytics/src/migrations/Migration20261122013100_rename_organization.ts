import { Migration } from '@mikro-orm/migrations';

/** An organization can get another name: that, and nothing else of it, the application may change. */
export class Migration20261122013100_rename_organization extends Migration {
  override name = 'Migration20261122013100_rename_organization';

  override up(): void {
    this.addSql('grant update (name) on organization to finflow_app');
  }
}
