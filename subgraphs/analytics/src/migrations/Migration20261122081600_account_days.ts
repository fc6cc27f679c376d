import { Migration } from '@mikro-orm/migrations';

/** What is booked on each account each day. Only what is posted from now on: a rebuild brings in the log so far. */
export class Migration20261122081600_account_days extends Migration {
  override name = 'Migration20261122081600_account_days';

  override up(): void {
    this.addSql(
      `create table "account_day" ("organization_id" uuid not null, "currency" varchar(3) not null, "code" text not null, "date" date not null, "type" text not null, "debit_minor" numeric(38,0) not null, "credit_minor" numeric(38,0) not null, primary key ("organization_id", "currency", "code", "date"));`,
    );
    this.addSql(
      `create table "account_entry" ("organization_id" uuid not null, "entry_id" uuid not null, "code" text not null, "currency" varchar(3) not null, "type" text not null, "date" date not null, "debit_minor" numeric(38,0) not null, "credit_minor" numeric(38,0) not null, primary key ("organization_id", "entry_id", "code", "currency"));`,
    );
    this.addSql(
      `alter table "account_day" add constraint "account_day_type_check" check ("type" in ('ASSET', 'LIABILITY', 'EQUITY', 'INCOME', 'EXPENSE'));`,
    );
    this.addSql(
      `alter table "account_entry" add constraint "account_entry_type_check" check ("type" in ('ASSET', 'LIABILITY', 'EQUITY', 'INCOME', 'EXPENSE'));`,
    );
  }
}
