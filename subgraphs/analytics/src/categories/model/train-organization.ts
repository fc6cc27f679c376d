import { log } from '@finflow/shared/log';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { globalEmbedding } from '../../categorizing/global-model.ts';
import type { CategoryRoom } from '../category-room.ts';
import { lockSettings, readSettings } from '../category-settings.ts';
import { readPastDecisions } from '../read-past-decisions.ts';
import { activeModel, generalVersion } from './active-model.ts';
import { changeModel, listModels } from './category-model.service.ts';
import type { TrainingResult } from './train-model.ts';
import type { TrainingThreads } from './training-threads.ts';
import { fewestDecisions } from './when-due.ts';

/** So many models of an organization are kept to go back to. */
const keptModels = 5;

/** Trains outside of any transaction; what came of it counts only if nobody chose a model meanwhile. */
export async function trainOrganization(
  room: CategoryRoom,
  threads: TrainingThreads,
): Promise<void> {
  const { em } = room;
  const { revision } = await activeModel(em);
  const { decisionCount } = await readSettings(em);
  const decisions = await readPastDecisions(em);
  if (decisions.length < fewestDecisions) return;
  const version = await nextVersion(em);
  const result = await threads.run({ decisions, version: `own-${version}` });
  await em.transactional(async (tx) => {
    await lockSettings(tx);
    await tx.execute('delete from category_training_failure');
    const active = await activeModel(tx);
    if (active.revision !== revision) return;
    if (result.trained) await store(version, result.trained, { ...room, em: tx });
    const { exampleCount, accuracy, accuracyBefore } = result;
    await changeModel(
      {
        version: result.trained ? version : await usableVersion(tx, active.version),
        revision: revision + 1,
        reason: result.trained ? 'TRAINED' : 'KEPT',
        decisionNumber: decisionCount,
        exampleCount,
        accuracy,
        accuracyBefore,
      },
      { ...room, em: tx },
    );
  });
  log.info('categories trained', { version, kept: result.trained === null, ...figuresOf(result) });
}

/** Where the model that was used can't be any more, and no better one came of training, the general one is. */
async function usableVersion(em: SqlEntityManager, version: number): Promise<number> {
  const models = await listModels(em);
  return models.find((model) => model.version === version)?.version ?? generalVersion;
}

const figuresOf = ({ exampleCount, accuracy, accuracyBefore }: TrainingResult) => ({
  exampleCount,
  accuracy,
  accuracyBefore,
});

async function nextVersion(em: SqlEntityManager): Promise<number> {
  const [row] = await em.execute<{ version: number }[]>(
    'select coalesce(max(version), 0) + 1 as version from category_model_change',
  );
  return row?.version ?? 1;
}

async function store(
  version: number,
  { weights, memory }: NonNullable<TrainingResult['trained']>,
  { em, organizationId }: CategoryRoom,
): Promise<void> {
  await em.execute(
    `insert into category_model (organization_id, version, weights, embedding, memory)
     values (?, ?, ?, ?, ?::jsonb)`,
    [
      organizationId,
      version,
      Buffer.from(weights),
      globalEmbedding().version,
      JSON.stringify(memory),
    ],
  );
  await em.execute('delete from category_model where version <= ?', [version - keptModels]);
}
