import { Migration } from '@mikro-orm/migrations';

/** Which day it is where an organization is. The application writes it down as it hears of it. */
export class Migration20261122154500_organization_time_zone extends Migration {
  override name = 'Migration20261122154500_organization_time_zone';

  override up(): void {
    this.addSql(`alter table "organization" add "time_zone" varchar(64) not null default 'UTC';`);
    this.addSql('grant update (time_zone) on organization to finflow_app');
  }
}
