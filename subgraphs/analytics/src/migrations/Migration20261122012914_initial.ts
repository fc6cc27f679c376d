import { Migration } from '@mikro-orm/migrations';

export class Migration20261122012914_initial extends Migration {
  override name = 'Migration20261122012914_initial';

  override up(): void {
    this.addSql(
      `create table "cash_day" ("organization_id" uuid not null, "currency" varchar(3) not null, "date" date not null, "in_minor" numeric(38,0) not null, "out_minor" numeric(38,0) not null, "received_minor" numeric(38,0) not null, primary key ("organization_id", "currency", "date"));`,
    );

    this.addSql(
      `create table "cash_entry" ("organization_id" uuid not null, "entry_id" uuid not null, "currency" varchar(3) not null, "date" date not null, "net_minor" numeric(38,0) not null, "received_minor" numeric(38,0) not null, primary key ("organization_id", "entry_id", "currency"));`,
    );

    this.addSql(
      `create table "forecast" ("id" uuid not null, "organization_id" uuid not null, "method" text not null, "currency" varchar(3) not null, "interval_percent" smallint not null, "made_at" timestamptz not null, "points" jsonb not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "forecast_organization_id_made_at_index" on "forecast" ("organization_id", "made_at");`,
    );
    this.addSql(
      `alter table "forecast" add constraint "forecast_method_check" check ("method" in ('SEASONAL_BASELINE'));`,
    );

    this.addSql(
      `create table "forecast_request" ("organization_id" uuid not null, "first_change_at" timestamptz not null, "last_change_at" timestamptz not null, primary key ("organization_id"));`,
    );

    this.addSql(
      `create table "organization" ("organization_id" uuid not null, "name" text not null, "base_currency" varchar(3) not null, "is_demo" boolean not null, primary key ("organization_id"));`,
    );

    this.addSql(
      `create table "receivable" ("invoice_id" uuid not null, "organization_id" uuid not null, "customer_id" uuid null, "currency" varchar(3) null, "total_minor" numeric(38,0) null, "issue_date" date null, "due_date" date null, "due_minor" numeric(38,0) null, "updated_at" timestamptz null, "paid_on" date null, primary key ("invoice_id"));`,
    );
    this.addSql(
      `create index "receivable_organization_id_index" on "receivable" ("organization_id");`,
    );
  }
}
