import { Migration } from '@mikro-orm/migrations';

/** A forecast says by which version of code and models it was made. Those of before say nothing, and are made again. */
export class Migration20261123093500_forecast_version extends Migration {
  override name = 'Migration20261123093500_forecast_version';

  override up(): void {
    this.addSql(`alter table "forecast" add "version" text null;`);
  }
}
