import { indexOutboxBySender } from '@finflow/shared/outbox/schema';
import { Migration } from '@mikro-orm/migrations';

/** An organization that tells thousands of events at once takes turns with the others. */
export class Migration20261123093000_fair_turns extends Migration {
  override name = 'Migration20261123093000_fair_turns';

  override up(): void {
    this.addSql(indexOutboxBySender);
  }
}
