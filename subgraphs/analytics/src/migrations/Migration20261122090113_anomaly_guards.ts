import { wallAround } from '@finflow/shared/database/wall-around';
import { Migration } from '@mikro-orm/migrations';
import { wantRebuild } from '../rebuild/want-rebuild.ts';

const walled = ['observation', 'screening_request', 'anomaly', 'anomaly_review'];

/** What was observed, announced or said stays. */
const narrowRights = `
  revoke update, delete on anomaly, anomaly_review, observation from finflow_app;
  revoke update on screening_request from finflow_app;`;

const checks = `
  alter table observation add constraint observation_amount_check check (amount_minor >= 0);
  alter table anomaly add constraint anomaly_amount_check check (amount_minor >= 0);
  alter table anomaly add constraint anomaly_rarity_check check (rarity between 0 and 1);
  create index observation_reversal on observation (organization_id, entry_id) where source = 'REVERSAL';`;

/** The wall around what is observed and found, and what the application may not do to it. Asks for the past to be observed too. */
export class Migration20261122090113_anomaly_guards extends Migration {
  override name = 'Migration20261122090113_anomaly_guards';

  override up(): void {
    for (const table of walled) this.addSql(wallAround(table));
    for (const statement of [narrowRights, checks, wantRebuild]) this.addSql(statement);
  }
}
