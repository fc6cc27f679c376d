import { Migration } from '@mikro-orm/migrations';

/** An answer can be taken back: OPEN is a word like the others, and the newest counts. */
export class Migration20261123092500_reopened_anomalies extends Migration {
  override name = 'Migration20261123092500_reopened_anomalies';

  override up(): void {
    this.addSql(`alter table "anomaly_review" drop constraint "anomaly_review_verdict_check";`);
    this.addSql(
      `alter table "anomaly_review" add constraint "anomaly_review_verdict_check" check ("verdict" in ('EXPECTED', 'CONFIRMED', 'OPEN'));`,
    );
  }
}
