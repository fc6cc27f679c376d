import { Migration } from '@mikro-orm/migrations';

/** Expenses and what they were for. Only what is posted from now on: a rebuild brings in the log so far. */
export class Migration20261122083900_transactions extends Migration {
  override name = 'Migration20261122083900_transactions';

  override up(): void {
    this.addSql(
      `create table "category_decision" ("transaction_id" uuid not null, "revision" int not null, "organization_id" uuid not null, "number" int not null, "category" varchar(64) not null, "decided_by" text not null, "actor_id" uuid null, "confidence" double precision null, "model_version" varchar(64) null, "decided_at" timestamptz(3) not null, primary key ("transaction_id", "revision"));`,
    );
    this.addSql(
      `alter table "category_decision" add constraint "category_decision_organization_id_number_unique" unique ("organization_id", "number");`,
    );
    this.addSql(
      `create table "category_settings" ("organization_id" uuid not null, "threshold" double precision not null, "threshold_revision" int not null, "decision_count" int not null, primary key ("organization_id"));`,
    );
    this.addSql(
      `create table "category_suggestion" ("transaction_id" uuid not null, "organization_id" uuid not null, "category" varchar(64) not null, "confidence" double precision not null, "alternatives" jsonb not null, "reasons" jsonb not null, "model_version" varchar(64) not null, primary key ("transaction_id"));`,
    );
    this.addSql(
      `create table "suggestion_request" ("organization_id" uuid not null, "requested_at" timestamptz not null, primary key ("organization_id"));`,
    );
    this.addSql(
      `create table "transaction" ("id" uuid not null, "organization_id" uuid not null, "text" varchar(500) not null, "amount_minor" numeric(38,0) not null, "currency" varchar(3) not null, "date" date not null, "account_code" varchar(10) not null, "is_by_hand" boolean not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "transaction_organization_id_date_id_index" on "transaction" ("organization_id", "date", "id");`,
    );
    this.addSql(
      `create table "transaction_reversal" ("transaction_id" uuid not null, "organization_id" uuid not null, primary key ("transaction_id"));`,
    );
    this.addSql(
      `alter table "category_decision" add constraint "category_decision_decided_by_check" check ("decided_by" in ('PERSON', 'MODEL'));`,
    );
  }
}
