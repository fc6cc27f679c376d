import { pauseFor } from '@finflow/shared/bus/wait';
import type { Clock } from '@finflow/shared/clock';
import { inOrganization } from '@finflow/shared/database/tenancy';
import { log } from '@finflow/shared/log';
import { globalEmbedding } from '../../categorizing/global-model.ts';
import type { Database } from '../../database.ts';
import { WorkerFault } from '../../threads/task-server.ts';
import type { CategoryRoom } from '../category-room.ts';
import { trainOrganization } from './train-organization.ts';
import { openTrainingThreads, type TrainingThreads } from './training-threads.ts';
import { newDecisions } from './when-due.ts';

const lookEveryMs = 5_000;
/** After a failure the same would most likely fail again. */
const retryAfterMs = 10 * 60_000;

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
      log.error('looking for categories to train failed', { error });
    }
    await pauseFor(lookEveryMs, signal);
  }
}

/** One look: trains for the organizations whose people decided much since their last model, or whose model can't be used any more. */
export async function trainWhereDue({
  owner,
  database,
  clock,
  threads,
}: TrainerRoom): Promise<void> {
  const failedAfter = new Date(clock.now().getTime() - retryAfterMs);
  const due = await owner.em
    .fork()
    .execute<{ organization_id: string }[]>(findDue, [
      newDecisions,
      newDecisions,
      globalEmbedding().version,
      failedAfter,
    ]);
  for (const { organization_id: organizationId } of due) {
    await inOrganization(organizationId, () =>
      tryTraining({ em: database.em.fork(), organizationId, clock }, threads),
    );
  }
}

/** The first of the two conditions on decisions reads one row an organization, and leaves few for the second. */
const findDue = `
  select s.organization_id from category_settings s
  left join lateral (
    select version, decision_number from category_model_change c
    where c.organization_id = s.organization_id order by revision desc limit 1
  ) last on true
  where (s.decision_count >= coalesce(last.decision_number, 0) + ?
      and (select count(*) from category_decision d
        where d.organization_id = s.organization_id and d.decided_by = 'PERSON'
          and d.number > coalesce(last.decision_number, 0)) >= ?
    or last.version > 0 and not exists (select from category_model m
      where m.organization_id = s.organization_id and m.version = last.version and m.embedding = ?))
    and not exists (select from category_training_failure f
      where f.organization_id = s.organization_id and f.failed_at > ?)
  order by s.organization_id`;

/** A training that fails is noted, and the others have their turn. */
async function tryTraining(room: CategoryRoom, threads: TrainingThreads): Promise<void> {
  const { em, organizationId, clock } = room;
  try {
    await trainOrganization(room, threads);
  } catch (error) {
    if (error instanceof WorkerFault && error.reason === 'CLOSED') throw error;
    log.error('training categories failed', { organizationId, error });
    await em.execute(noteFailure, [organizationId, clock.now()]);
  }
}

const noteFailure = `
  insert into category_training_failure (organization_id, failed_at) values (?, ?)
  on conflict (organization_id) do update set failed_at = excluded.failed_at`;
