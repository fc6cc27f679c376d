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
 * The same, held until the transaction ends: whoever decides does it one after the other. Take it before any other row of
 * categories, so that nobody waits in a circle.
 */
export async function lockSettings(em: SqlEntityManager): Promise<SettingsRow> {
  await em.execute(
    `insert into category_settings (organization_id, threshold, threshold_revision, decision_count)
     values (nullif(current_setting('app.organization_id', true), '')::uuid, ?, 0, 0)
     on conflict do nothing`,
    [defaultThreshold],
  );
  const [row] = await em.execute<SettingsRow[]>(
    `select ${columns} from category_settings for update`,
  );
  if (!row) throw new Error('Settings that were just made are not there');
  return row;
}
