import { Migration } from '@mikro-orm/migrations';

/** The keys by which programs act for an organization. Their guards are the next migration's. */
export class Migration20261122000200_api_key extends Migration {
  override up(): void | Promise<void> {
    this.addSql(
      `create table "api_key" ("id" uuid not null, "organization_id" uuid not null, "name" varchar(80) not null, "prefix" varchar(12) not null, "hash" varchar(64) not null, "scopes" text[] not null, "created_by" uuid not null, "created_at" timestamptz(3) not null, "expires_on" date null, "last_used_on" date null, "revoked_at" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(`alter table "api_key" add constraint "api_key_hash_unique" unique ("hash");`);
    this.addSql(
      `create index "api_key_organization_id_created_at_id_index" on "api_key" ("organization_id", "created_at", "id");`,
    );

    this.addSql(
      `alter table "api_key" add constraint "api_key_organization_id_foreign" foreign key ("organization_id") references "organization" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "api_key" add constraint "api_key_created_by_foreign" foreign key ("created_by") references "user_account" ("id");`,
    );
  }
}
