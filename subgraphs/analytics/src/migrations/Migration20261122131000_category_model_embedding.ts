import { Migration } from '@mikro-orm/migrations';

/**
 * Which embedding a model was trained on: beside another its weights mean nothing. All that there are were trained on the first. A model that no
 * longer fits is trained anew by whoever finds it.
 */
export class Migration20261122131000_category_model_embedding extends Migration {
  override name = 'Migration20261122131000_category_model_embedding';

  override up(): void {
    this.addSql(`alter table "category_model" add "embedding" text not null default 'global-1';`);
    this.addSql(`alter table "category_model" alter column "embedding" drop default;`);
  }
}
