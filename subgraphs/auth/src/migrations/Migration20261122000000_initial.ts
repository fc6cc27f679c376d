import { Migration } from '@mikro-orm/migrations';

export class Migration20261122000000_initial extends Migration {
  override up(): void | Promise<void> {
    this.addSql(
      `create table "sign_in_attempt" ("key" varchar(64) not null, "failures" int not null, "blocked_until" timestamptz(3) not null, "last_failure_at" timestamptz(3) not null, primary key ("key"));`,
    );
    this.addSql(
      `create index "sign_in_attempt_last_failure_at_index" on "sign_in_attempt" ("last_failure_at");`,
    );

    this.addSql(
      `create table "signing_key" ("id" varchar(64) not null, "public_key" jsonb not null, "sealed_private_key" varchar(512) not null, "created_at" timestamptz(3) not null, "active_from" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "signing_key" add constraint "signing_key_active_from_unique" unique ("active_from");`,
    );

    this.addSql(
      `create table "user_account" ("id" uuid not null, "email" varchar(254) not null, "name" varchar(100) not null, "created_at" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "user_account" add constraint "user_account_email_unique" unique ("email");`,
    );

    this.addSql(
      `create table "password" ("user_id" uuid not null, "hash" varchar(255) not null, "changed_at" timestamptz(3) not null, primary key ("user_id"));`,
    );

    this.addSql(
      `create table "organization" ("id" uuid not null, "name" varchar(120) not null, "base_currency" varchar(3) not null, "is_demo" boolean not null, "created_by" uuid not null, "created_at" timestamptz(3) not null, primary key ("id"));`,
    );

    this.addSql(
      `create table "session" ("id" uuid not null, "user_id" uuid not null, "organization_id" uuid null, "device" varchar(255) not null, "address" varchar(64) not null, "created_at" timestamptz(3) not null, "last_used_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, "revoked_at" timestamptz(3) null, "revocation_reason" varchar(16) null, primary key ("id"));`,
    );
    this.addSql(`create index "session_user_id_index" on "session" ("user_id");`);
    this.addSql(`create index "session_organization_id_index" on "session" ("organization_id");`);

    this.addSql(
      `create table "refresh_token" ("hash" varchar(64) not null, "session_id" uuid not null, "user_id" uuid not null, "created_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, "rotated_at" timestamptz(3) null, primary key ("hash"));`,
    );
    this.addSql(`create index "refresh_token_session_id_index" on "refresh_token" ("session_id");`);

    this.addSql(
      `create table "membership" ("id" uuid not null, "organization_id" uuid not null, "user_id" uuid not null, "role" varchar(16) not null, "created_at" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(`create index "membership_user_id_index" on "membership" ("user_id");`);
    this.addSql(
      `alter table "membership" add constraint "membership_organization_id_user_id_unique" unique ("organization_id", "user_id");`,
    );

    this.addSql(
      `alter table "password" add constraint "password_user_id_foreign" foreign key ("user_id") references "user_account" ("id") on update cascade on delete cascade;`,
    );

    this.addSql(
      `alter table "organization" add constraint "organization_created_by_foreign" foreign key ("created_by") references "user_account" ("id");`,
    );

    this.addSql(
      `alter table "session" add constraint "session_user_id_foreign" foreign key ("user_id") references "user_account" ("id");`,
    );
    this.addSql(
      `alter table "session" add constraint "session_organization_id_foreign" foreign key ("organization_id") references "organization" ("id") on delete set null;`,
    );

    this.addSql(
      `alter table "refresh_token" add constraint "refresh_token_session_id_foreign" foreign key ("session_id") references "session" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "refresh_token" add constraint "refresh_token_user_id_foreign" foreign key ("user_id") references "user_account" ("id");`,
    );

    this.addSql(
      `alter table "membership" add constraint "membership_organization_id_foreign" foreign key ("organization_id") references "organization" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "membership" add constraint "membership_user_id_foreign" foreign key ("user_id") references "user_account" ("id");`,
    );
  }
}
