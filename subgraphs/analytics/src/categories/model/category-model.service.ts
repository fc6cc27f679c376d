import { newEvent } from '@finflow/shared/events/envelope';
import type { EventData } from '@finflow/shared/events/__generated__/event-data';
import { recordEvent } from '@finflow/shared/outbox/record-event';
import { type Refusal, refuse, RefusedError } from '@finflow/shared/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { globalEmbedding } from '../../categorizing/global-model.ts';
import { type CategoryRoom, type DecidingRoom, inTransaction } from '../category-room.ts';
import { lockSettings } from '../category-settings.ts';
import { suggestOpen } from '../suggest-open.ts';
import { activeModel, generalVersion } from './active-model.ts';
import { applyModelChange } from './category-model.projection.ts';

/** A model that can be used, and how good it was when it was trained. */
export type CategoryModelView = {
  readonly version: number;
  readonly isActive: boolean;
  /** Null for the general one, which was trained on nobody's decisions. */
  readonly trained: {
    readonly at: Date;
    readonly exampleCount: number;
    readonly accuracy: number;
    readonly accuracyBefore: number;
  } | null;
};

type Row = {
  readonly version: number;
  readonly at: string;
  readonly exampleCount: number;
  readonly accuracy: number;
  readonly accuracyBefore: number;
};

/** The models that can be chosen, the newest first, the general one last. */
export async function listModels(em: SqlEntityManager): Promise<CategoryModelView[]> {
  const { version: active } = await activeModel(em);
  const rows = await em.execute<Row[]>(
    `select m.version, to_json(c.changed_at) #>> '{}' as at, c.example_count as "exampleCount",
       c.accuracy, c.accuracy_before as "accuracyBefore"
     from category_model m
     join category_model_change c on c.version = m.version and c.reason = 'TRAINED'
     where m.embedding = ? order by m.version desc`,
    [globalEmbedding().version],
  );
  const trained = rows.map(({ version, at, ...figures }) => ({
    version,
    isActive: version === active,
    trained: { ...figures, at: new Date(at) },
  }));
  const general = { version: generalVersion, isActive: active === generalVersion, trained: null };
  return [...trained, general];
}

/**
 * Goes back to an earlier model, or to the general one, and suggests by it at once. A model that is used already stays, and nothing is told.
 * Refuses MODEL_NOT_FOUND.
 */
export const chooseModel = (
  version: number,
  room: DecidingRoom,
): Promise<readonly CategoryModelView[] | Refusal> =>
  inTransaction(room, async (em) => {
    const { decisionCount: decisionNumber } = await lockSettings(em);
    const models = await listModels(em);
    const chosen = models.find((model) => model.version === version);
    if (!chosen) {
      const message = 'There is no such model. It may have been replaced by newer ones.';
      throw new RefusedError(refuse('NotFound', 'MODEL_NOT_FOUND', message, 'input.version'));
    }
    if (chosen.isActive) return models;
    const { revision } = await activeModel(em);
    await changeModel(
      {
        version,
        revision: revision + 1,
        reason: 'CHOSEN',
        decisionNumber,
        changedBy: room.actorId,
      },
      { ...room, em },
    );
    await suggestOpen({ ...room, em });
    return listModels(em);
  });

/** Writes a change down and tells it, in the caller's transaction. */
export async function changeModel(
  data: EventData['category_model_changed'],
  { em, organizationId, clock }: CategoryRoom,
): Promise<void> {
  const about = { source: '/analytics', subject: organizationId, organizationId };
  const event = newEvent('category_model_changed', { ...about, data }, clock);
  await applyModelChange(em, event);
  await recordEvent(em, event);
}
