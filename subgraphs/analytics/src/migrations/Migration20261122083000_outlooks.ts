import { Migration } from '@mikro-orm/migrations';

/**
 * What the forecasts of before said, in the new shape: cash at the ends of months with one interval. What they never held stays empty; what a
 * month brings is the difference from the one before, of the first one from the cash of that day.
 */
const outlooksFromPoints = `
  update forecast f set outlook = jsonb_build_object(
    'target', 'CASH_FLOW', 'grain', 'MONTH', 'method', f.method,
    'asOf', (f.made_at at time zone 'UTC')::date,
    'history', '[]'::jsonb, 'current', null, 'customers', '[]'::jsonb, 'categories', '[]'::jsonb,
    'members', '[]'::jsonb, 'backtest', null, 'effects', '[]'::jsonb,
    'points', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'start', point.month, 'end', (point.month + interval '1 month' - interval '1 day')::date,
        'median', point.median::text,
        'intervals', jsonb_build_array(jsonb_build_object(
          'percent', f.interval_percent, 'low', point.low, 'high', point.high)),
        'flow', (point.median - point.before)::text, 'flowIntervals', '[]'::jsonb,
        'known', '0', 'expected', (point.median - point.before)::text) order by point.place), '[]'::jsonb)
      from (
        select place, (item ->> 'month')::date as month, (item ->> 'medianMinor')::numeric as median,
          item ->> 'lowMinor' as low, item ->> 'highMinor' as high,
          lag((item ->> 'medianMinor')::numeric, 1, (
            select coalesce(sum(in_minor - out_minor), 0) from cash_day c
            where c.organization_id = f.organization_id and c.currency = f.currency
              and c.date <= (f.made_at at time zone 'UTC')::date
          )) over (order by place) as before
        from jsonb_array_elements(f.points) with ordinality as listed (item, place)
      ) as point))`;

/** A forecast keeps all that it says, not its points alone. New ones are asked for, of the models that came with it. */
export class Migration20261122083000_outlooks extends Migration {
  override name = 'Migration20261122083000_outlooks';

  override up(): void {
    this.addSql(
      `insert into forecast_request (organization_id, first_change_at, last_change_at) select distinct organization_id, clock_timestamp(), clock_timestamp() from forecast on conflict do nothing;`,
    );
    this.addSql(`alter table "forecast" add column "outlook" jsonb;`);
    this.addSql(outlooksFromPoints);
    this.addSql(
      `alter table "forecast" alter column "outlook" set not null, drop column "points", drop column "interval_percent";`,
    );
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
