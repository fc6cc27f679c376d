import { Migration } from '@mikro-orm/migrations';

/**
 * A forecast keeps all that it says, not its points alone. Those of before are let go and asked for again: they are
 * made from the read model within a second.
 */
export class Migration20261122083000_outlooks extends Migration {
  override name = 'Migration20261122083000_outlooks';

  override up(): void {
    this.addSql(
      `insert into forecast_request (organization_id, first_change_at, last_change_at) select distinct organization_id, clock_timestamp(), clock_timestamp() from forecast on conflict do nothing;`,
    );
    this.addSql(`delete from forecast;`);
    this.addSql(`alter table "forecast" drop column "points", drop column "interval_percent";`);
    this.addSql(`alter table "forecast" add column "outlook" jsonb not null;`);
    this.addSql(`alter table "forecast" drop constraint "forecast_method_check";`);
    this.addSql(
      `alter table "forecast" add constraint "forecast_method_check" check ("method" in ('SEASONAL_BASELINE', 'ENSEMBLE', 'KNOWN_AND_ENSEMBLE'));`,
    );

    this.addSql(
      `create table "cash_item" ("organization_id" uuid not null, "entry_id" uuid not null, "code" text not null, "currency" varchar(3) not null, "date" date not null, "amount_minor" numeric(38,0) not null, "purpose" text null, "invoice_id" uuid null, primary key ("organization_id", "entry_id", "code", "currency"));`,
    );
    this.addSql(
      `create index "cash_item_organization_id_date_index" on "cash_item" ("organization_id", "date");`,
    );
  }
}
