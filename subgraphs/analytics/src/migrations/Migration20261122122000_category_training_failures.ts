import { wallAround } from '@finflow/shared/database/wall-around';
import { Migration } from '@mikro-orm/migrations';

/** A training that failed is noted, so that it is not tried again at once, holds up nobody else, and people can be told. */
export class Migration20261122122000_category_training_failures extends Migration {
  override name = 'Migration20261122122000_category_training_failures';

  override up(): void {
    this.addSql(
      `create table "category_training_failure" ("organization_id" uuid not null, "failed_at" timestamptz(3) not null, primary key ("organization_id"));`,
    );
    this.addSql(wallAround('category_training_failure'));
  }
}
