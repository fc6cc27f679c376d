import { Migration } from '@mikro-orm/migrations';
import { wantRebuild } from '../rebuild/want-rebuild.ts';

const guards = `
  alter table rebuild_wanted add constraint rebuild_wanted_one_row_check check (id = 1);
  revoke all on rebuild_wanted from finflow_app;`;

/** Lets a rebuild of the read model be asked for, and asks for one: what was made of entries lately lacks those of before. */
export class Migration20261122084800_rebuild_wanted extends Migration {
  override name = 'Migration20261122084800_rebuild_wanted';

  override up(): void {
    this.addSql(`create table "rebuild_wanted" ("id" smallint not null, primary key ("id"));`);
    this.addSql(guards);
    this.addSql(wantRebuild);
  }
}
