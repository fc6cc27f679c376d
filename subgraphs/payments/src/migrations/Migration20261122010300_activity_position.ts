import { Migration } from '@mikro-orm/migrations';

/** History is read in the order of its writing: several things may happen to a payment in one millisecond. */
export class Migration20261122010300_activity_position extends Migration {
  override name = 'Migration20261122010300_activity_position';

  override up(): void {
    this.addSql('drop index payment_activity_payment_id_id_index');
    this.addSql('alter table payment_activity add position bigserial');
    this.addSql(
      'create index payment_activity_payment_id_position_index on payment_activity (payment_id, position)',
    );
  }
}
