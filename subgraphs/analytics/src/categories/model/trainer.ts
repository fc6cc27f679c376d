import { pauseFor } from '@finflow/shared/bus/wait';
import type { Clock } from '@finflow/shared/clock';
import { inOrganization } from '@finflow/shared/database/tenancy';
import { log } from '@finflow/shared/log';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Database } from '../../database.ts';
import type { CategoryRoom } from '../category-room.ts';
import { lockSettings, readSettings } from '../category-settings.ts';
import { readPastDecisions } from '../read-past-decisions.ts';
import { activeModel } from './active-model.ts';
import { changeModel } from './category-model.service.ts';
import type { TrainingResult } from './train-model.ts';
import { openTrainingThreads, type TrainingThreads } from './training-threads.ts';
import { fewestDecisions, newDecisions } from './when-due.ts';

const lookEveryMs = 5_000;
/** So many models of an organization are kept to go back to. */
const keptModels = 5;

export type TrainerRoom = {
  /** The owner's connection: it finds the organizations. */
  readonly owner: Database;
  /** The application's: all else is done inside an organization. */
  readonly database: Database;
  readonly clock: Clock;
  readonly threads: TrainingThreads;
};

export type Trainer = { close(): Promise<void> };

/** Trains organizations' own models in the background, one after the other, where people decided much that is new. */
export function startTrainer(owner: Database, database: Database, clock: Clock): Trainer {
  const stopping = new AbortController();
  const threads = openTrainingThreads();
  const running = loop({ owner, database, clock, threads }, stopping.signal);
  return {
    close: async () => {
      stopping.abort();
      await threads.close();
      await running;
    },
  };
}

async function loop(room: TrainerRoom, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await trainWhereDue(room);
    } catch (error) {
      if (signal.aborted) return;
      log.error('training categories failed', { error });
    }
    await pauseFor(lookEveryMs, signal);
  }
}

/** One look: trains for the organizations whose people decided much since their last model. */
export async function trainWhereDue({
  owner,
  database,
  clock,
  threads,
}: TrainerRoom): Promise<void> {
  const due = await owner.em
    .fork()
    .execute<{ organization_id: string }[]>(findDue, [newDecisions, newDecisions]);
  for (const { organization_id: organizationId } of due) {
    await inOrganization(organizationId, () =>
      train({ em: database.em.fork(), organizationId, clock }, threads),
    );
  }
}

/** The first condition reads one row an organization, and leaves few for the second. */
const findDue = `
  select s.organization_id from category_settings s
  left join lateral (
    select decision_number from category_model_change c
    where c.organization_id = s.organization_id order by revision desc limit 1
  ) last on true
  where s.decision_count >= coalesce(last.decision_number, 0) + ?
    and (select count(*) from category_decision d
      where d.organization_id = s.organization_id and d.decided_by = 'PERSON'
        and d.number > coalesce(last.decision_number, 0)) >= ?
  order by s.organization_id`;

/** Trains outside of any transaction; what came of it counts only if nobody chose a model meanwhile. */
async function train(room: CategoryRoom, threads: TrainingThreads): Promise<void> {
  const { em } = room;
  const { revision } = await activeModel(em);
  const { decisionCount } = await readSettings(em);
  const decisions = await readPastDecisions(em);
  if (decisions.length < fewestDecisions) return;
  const version = await nextVersion(em);
  const result = await threads.run({ decisions, version: `own-${version}` });
  await em.transactional(async (tx) => {
    await lockSettings(tx);
    const active = await activeModel(tx);
    if (active.revision !== revision) return;
    if (result.trained) await store(version, result.trained, { ...room, em: tx });
    const { exampleCount, accuracy, accuracyBefore } = result;
    await changeModel(
      {
        version: result.trained ? version : active.version,
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
    `insert into category_model (organization_id, version, weights, memory)
     values (?, ?, ?, ?::jsonb)`,
    [organizationId, version, Buffer.from(weights), JSON.stringify(memory)],
  );
  await em.execute('delete from category_model where version <= ?', [version - keptModels]);
}
