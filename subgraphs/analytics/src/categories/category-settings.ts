import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { defaultThreshold } from './category-settings.entity.ts';

export type SettingsRow = {
  readonly threshold: number;
  readonly thresholdRevision: number;
  readonly decisionCount: number;
};

const columns = `threshold, threshold_revision as "thresholdRevision",
  decision_count as "decisionCount"`;

/** How the organization in which this runs wants to be asked. */
export async function readSettings(em: SqlEntityManager): Promise<SettingsRow> {
  const [row] = await em.execute<SettingsRow[]>(`select ${columns} from category_settings`);
  return row ?? { threshold: defaultThreshold, thresholdRevision: 0, decisionCount: 0 };
}

/**
 * The same, held until the transaction ends: whoever decides does it one after the other. Take it before any row of categories, so that
 * nobody waits in a circle. A lock of its own, because the row is there only once something was decided: that is what the log says.
 */
export async function lockSettings(em: SqlEntityManager): Promise<SettingsRow> {
  await em.execute(
    `select pg_advisory_xact_lock(
       hashtextextended('categories of ' || current_setting('app.organization_id', true), 0))`,
  );
  return readSettings(em);
}
