import { Migration } from '@mikro-orm/migrations';

/** Organizations' own models, and which of them is used from when on. */
export class Migration20261122094000_category_models extends Migration {
  override name = 'Migration20261122094000_category_models';

  override up(): void {
    this.addSql(
      `create table "category_model" ("organization_id" uuid not null, "version" int not null, "weights" bytea not null, "memory" jsonb not null, primary key ("organization_id", "version"));`,
    );
    this.addSql(
      `create table "category_model_change" ("organization_id" uuid not null, "revision" int not null, "version" int not null, "reason" text not null, "decision_number" int not null, "example_count" int null, "accuracy" double precision null, "accuracy_before" double precision null, "changed_by" uuid null, "changed_at" timestamptz(3) not null, primary key ("organization_id", "revision"));`,
    );
    this.addSql(
      `alter table "category_model_change" add constraint "category_model_change_reason_check" check ("reason" in ('TRAINED', 'KEPT', 'CHOSEN'));`,
    );
  }
}
