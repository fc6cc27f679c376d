import { Migration } from '@mikro-orm/migrations';

/** The tables, as the entities say. What guards them follows in the next migrations. */
export class Migration20261122010000_initial extends Migration {
  override up(): void {
    this.addSql(
      `create table "account" ("id" uuid not null, "organization_id" uuid not null, "code" varchar(10) not null, "name" varchar(100) not null, "type" varchar(10) not null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "account" add constraint "account_organization_id_code_unique" unique ("organization_id", "code");`,
    );

    this.addSql(
      `create table "customer" ("id" uuid not null, "organization_id" uuid not null, "name" varchar(200) not null, "email" varchar(254) null, "address" varchar(1000) null, "reference" varchar(200) null, "created_at" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "customer_organization_id_name_id_index" on "customer" ("organization_id", "name", "id");`,
    );
    this.addSql(
      `alter table "customer" add constraint "customer_organization_id_reference_unique" unique ("organization_id", "reference");`,
    );

    this.addSql(
      `create table "invoice" ("id" uuid not null, "organization_id" uuid not null, "customer_id" uuid not null, "number_index" int null, "number" varchar(20) null, "reference" varchar(200) null, "currency" varchar(3) not null, "issue_date" date null, "due_date" date not null, "notes" varchar(2000) null, "subtotal_minor" bigint not null, "discount_minor" bigint not null, "tax_minor" bigint not null, "total_minor" bigint not null, "paid_minor" bigint not null default '0', "refunded_minor" bigint not null default '0', "issue_key" varchar(200) null, "created_at" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "invoice_organization_id_issue_date_id_index" on "invoice" ("organization_id", "issue_date", "id");`,
    );
    this.addSql(
      `create index "invoice_organization_id_customer_id_index" on "invoice" ("organization_id", "customer_id");`,
    );
    this.addSql(
      `alter table "invoice" add constraint "invoice_organization_id_number_index_unique" unique ("organization_id", "number_index");`,
    );
    this.addSql(
      `alter table "invoice" add constraint "invoice_organization_id_issue_key_unique" unique ("organization_id", "issue_key");`,
    );
    this.addSql(
      `alter table "invoice" add constraint "invoice_organization_id_reference_unique" unique ("organization_id", "reference");`,
    );

    this.addSql(
      `create table "invoice_activity" ("id" uuid not null, "organization_id" uuid not null, "invoice_id" uuid not null, "kind" varchar(20) not null, "at" timestamptz(3) not null, "amount_minor" bigint null, "currency" varchar(3) not null, "payment_id" uuid null, primary key ("id"));`,
    );
    this.addSql(
      `create index "invoice_activity_invoice_id_at_index" on "invoice_activity" ("invoice_id", "at");`,
    );

    this.addSql(
      `create table "invoice_line" ("id" uuid not null, "organization_id" uuid not null, "invoice_id" uuid not null, "position" int not null, "description" varchar(500) not null, "quantity" numeric(20,6) not null, "unit_price_minor" bigint not null, "discount_percent" numeric(7,4) not null, "tax_percent" numeric(7,4) not null, "gross_minor" bigint not null, "net_minor" bigint not null, "tax_minor" bigint not null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "invoice_line" add constraint "invoice_line_invoice_id_position_unique" unique ("invoice_id", "position");`,
    );

    this.addSql(
      `create table "journal_entry" ("id" uuid not null, "organization_id" uuid not null, "sequence" int not null, "date" date not null, "kind" varchar(40) not null, "description" varchar(300) not null, "idempotency_key" varchar(200) not null, "posting_count" int not null, "invoice_id" uuid null, "payment_id" uuid null, "reversal_of" uuid null, "body_hash" varchar(64) not null, "previous_hash" varchar(64) not null, "hash" varchar(64) not null, "created_at" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "journal_entry" add constraint "journal_entry_reversal_of_unique" unique ("reversal_of");`,
    );
    this.addSql(
      `create index "journal_entry_organization_id_date_sequence_index" on "journal_entry" ("organization_id", "date", "sequence");`,
    );
    this.addSql(`create index "journal_entry_invoice_id_index" on "journal_entry" ("invoice_id");`);
    this.addSql(`create index "journal_entry_payment_id_index" on "journal_entry" ("payment_id");`);
    this.addSql(
      `alter table "journal_entry" add constraint "journal_entry_organization_id_sequence_unique" unique ("organization_id", "sequence");`,
    );
    this.addSql(
      `alter table "journal_entry" add constraint "journal_entry_organization_id_idempotency_key_unique" unique ("organization_id", "idempotency_key");`,
    );

    this.addSql(
      `create table "organization" ("organization_id" uuid not null, "name" varchar(200) not null, "base_currency" varchar(3) not null, "is_demo" boolean not null, "invoice_count" int not null default 0, "created_at" timestamptz(3) not null, primary key ("organization_id"));`,
    );

    this.addSql(
      `create table "posting" ("id" uuid not null, "organization_id" uuid not null, "entry_id" uuid not null, "position" int not null, "account_id" uuid not null, "side" varchar(6) not null, "amount_minor" bigint not null, "currency" varchar(3) not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "posting_organization_id_account_id_index" on "posting" ("organization_id", "account_id");`,
    );
    this.addSql(
      `alter table "posting" add constraint "posting_entry_id_position_unique" unique ("entry_id", "position");`,
    );

    this.addSql(
      `create table "receivables_import" ("id" uuid not null, "organization_id" uuid not null, "file_name" varchar(255) not null, "mode" varchar(20) not null, "currency" varchar(3) not null, "status" varchar(20) not null, "rows_total" int not null default 0, "rows_done" int not null default 0, "invoices_imported" int not null default 0, "rows_skipped" int not null default 0, "rows_rejected" int not null default 0, "errors" jsonb not null, "failure" varchar(500) null, "started_at" timestamptz(3) not null, "finished_at" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(
      `create index "receivables_import_organization_id_status_index" on "receivables_import" ("organization_id", "status");`,
    );

    this.addSql(
      `create table "refund" ("id" uuid not null, "organization_id" uuid not null, "settlement_id" uuid not null, "invoice_id" uuid not null, "amount_minor" bigint not null, "tax_minor" bigint not null, "surplus_minor" bigint not null, "refunded_on" date not null, "created_at" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(`create index "refund_settlement_id_index" on "refund" ("settlement_id");`);
    this.addSql(`create index "refund_invoice_id_index" on "refund" ("invoice_id");`);

    this.addSql(
      `create table "settlement" ("id" uuid not null, "organization_id" uuid not null, "invoice_id" uuid not null, "payment_id" uuid not null, "amount_minor" bigint not null, "surplus_minor" bigint not null, "currency" varchar(3) not null, "method" varchar(20) null, "paid_on" date not null, "idempotency_key" varchar(200) not null, "created_at" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "settlement_invoice_id_paid_on_index" on "settlement" ("invoice_id", "paid_on");`,
    );
    this.addSql(
      `alter table "settlement" add constraint "settlement_organization_id_payment_id_unique" unique ("organization_id", "payment_id");`,
    );
    this.addSql(
      `alter table "settlement" add constraint "settlement_organization_id_idempotency_key_unique" unique ("organization_id", "idempotency_key");`,
    );
  }
}
