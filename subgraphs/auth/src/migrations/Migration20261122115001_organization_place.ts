import { Migration } from '@mikro-orm/migrations';

const guards = `
  alter table organization
    add constraint organization_country_code check (country ~ '^[A-Z]{2}$'),
    add constraint organization_time_zone_name check (time_zone ~ '^[A-Za-z][A-Za-z0-9_+/-]+$');
  grant update (country, time_zone) on organization to finflow_app;`;

/** Where an organization is: which days are holidays there, and what its clocks show. What was opened before is in UTC until it says otherwise. */
export class Migration20261122115001_organization_place extends Migration {
  override name = 'Migration20261122115001_organization_place';

  override up(): void {
    this.addSql(
      `alter table "organization" add "country" varchar(2) null, add "time_zone" varchar(64) not null default 'UTC';`,
    );
    this.addSql(guards);
  }
}
