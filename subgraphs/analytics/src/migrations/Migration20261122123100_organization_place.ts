import { Migration } from '@mikro-orm/migrations';
import { wantRebuild } from '../rebuild/want-rebuild.ts';

/**
 * Where an organization is: whose holidays it keeps, and what its clocks show. The application writes both down as it hears of them. A rebuild brings in what the
 * log has said of it since auth began to tell, if that was earlier than this.
 */
export class Migration20261122123100_organization_place extends Migration {
  override name = 'Migration20261122123100_organization_place';

  override up(): void {
    this.addSql(
      `alter table "organization" add "country" varchar(2) null, add "time_zone" varchar(64) not null default 'UTC';`,
    );
    this.addSql('grant update (country, time_zone) on organization to finflow_app');
    this.addSql(wantRebuild);
  }
}
