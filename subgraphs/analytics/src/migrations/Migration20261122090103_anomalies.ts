import { Migration } from '@mikro-orm/migrations';

export class Migration20261122090103_anomalies extends Migration {
  override name = 'Migration20261122090103_anomalies';

  override up(): void {
    this.addSql(
      `create table "anomaly" ("id" uuid not null, "organization_id" uuid not null, "kind" text not null, "group_key" text not null, "rarity" double precision not null, "source" text not null, "fact_id" uuid not null, "occurred_at" timestamptz not null, "date" date not null, "currency" varchar(3) not null, "amount_minor" numeric(38,0) not null, "entry_id" uuid null, "payment_id" uuid null, "invoice_id" uuid null, "customer_id" uuid null, "reason" text not null, "evidence" jsonb not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "anomaly_organization_id_occurred_at_id_index" on "anomaly" ("organization_id", "occurred_at", "id");`,
    );

    this.addSql(
      `create table "anomaly_review" ("id" uuid not null, "organization_id" uuid not null, "anomaly_id" uuid not null, "verdict" text not null, "reviewed_at" timestamptz not null, "reviewed_by" uuid not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "anomaly_review_organization_id_anomaly_id_reviewed_at_index" on "anomaly_review" ("organization_id", "anomaly_id", "reviewed_at");`,
    );

    this.addSql(
      `create table "observation" ("organization_id" uuid not null, "source" text not null, "id" uuid not null, "occurred_at" timestamptz not null, "date" date not null, "currency" varchar(3) not null, "amount_minor" numeric(38,0) not null, "is_incoming" boolean not null, "account_code" text not null, "text" text not null, "customer_id" uuid null, "entry_id" uuid null, "payment_id" uuid null, "invoice_id" uuid null, "has_hour" boolean not null, primary key ("organization_id", "source", "id"));`,
    );
    this.addSql(
      `create index "observation_organization_id_occurred_at_id_index" on "observation" ("organization_id", "occurred_at", "id");`,
    );

    this.addSql(
      `create table "screening_request" ("id" uuid not null, "organization_id" uuid not null, "occurred_at" timestamptz not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "screening_request_organization_id_occurred_at_id_index" on "screening_request" ("organization_id", "occurred_at", "id");`,
    );

    this.addSql(
      `alter table "anomaly" add constraint "anomaly_kind_check" check ("kind" in ('AMOUNT', 'FREQUENCY', 'DUPLICATE', 'NEW_PAYEE', 'UNUSUAL_HOUR', 'UNUSUAL_ACCOUNT', 'LEVEL_SHIFT'));`,
    );
    this.addSql(
      `alter table "anomaly" add constraint "anomaly_source_check" check ("source" in ('ENTRY', 'INVOICE', 'RECEIPT', 'REFUND', 'FAILURE', 'DISPUTE'));`,
    );

    this.addSql(
      `alter table "anomaly_review" add constraint "anomaly_review_verdict_check" check ("verdict" in ('EXPECTED', 'CONFIRMED'));`,
    );

    this.addSql(
      `alter table "observation" add constraint "observation_source_check" check ("source" in ('ENTRY', 'INVOICE', 'RECEIPT', 'REFUND', 'FAILURE', 'DISPUTE', 'REVERSAL'));`,
    );
  }
}
