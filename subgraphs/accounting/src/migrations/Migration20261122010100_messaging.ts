import { Migration } from '@mikro-orm/migrations';
import { createMessagingTables } from '@finflow/shared/outbox/schema';

/** Outbox, inbox and parked events, as every room has them. */
export class Migration20261122010100_messaging extends Migration {
  override up(): void {
    for (const statement of createMessagingTables) this.addSql(statement);
  }
}
