import { createLanes, indexOutboxBySender } from '@finflow/shared/outbox/schema';
import { Migration } from '@mikro-orm/migrations';

/** An organization that tells or hears thousands of events at once takes turns with the others: in the outbox, and in lanes. */
export class Migration20261123093000_fair_turns extends Migration {
  override name = 'Migration20261123093000_fair_turns';

  override up(): void {
    this.addSql(createLanes);
    this.addSql(indexOutboxBySender);
  }
}
