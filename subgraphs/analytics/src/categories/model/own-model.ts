import { currentOrganization } from '@finflow/shared/database/tenancy';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { globalEmbedding } from '../../categorizing/global-model.ts';
import { linearModel } from '../../categorizing/linear-model.ts';
import type { MemorySettings } from '../../categorizing/memory-settings.ts';
import { decodeModel } from '../../categorizing/model-file.ts';
import type { TextModel } from '../../categorizing/text-model.ts';
import { activeModel, generalVersion } from './active-model.ts';

/** An organization's own model, and what its memory is worth beside it. */
export type OwnModel = { readonly model: TextModel; readonly memory: MemorySettings };

/** So many unpacked models are kept at hand, some 7 MB each. */
const maxAtHand = 20;
const atHand = new Map<string, OwnModel>();

/**
 * The model that the organization in which this runs uses; null for the general one, also where its own is gone or was trained on an
 * embedding that no longer is.
 */
export async function readOwnModel(em: SqlEntityManager): Promise<OwnModel | null> {
  const { version } = await activeModel(em);
  if (version === generalVersion) return null;
  const key = `${currentOrganization()} ${version}`;
  const known = atHand.get(key);
  if (known) return known;
  const [row] = await em.execute<{ weights: Buffer; memory: MemorySettings }[]>(
    'select weights, memory from category_model where version = ? and embedding = ?',
    [version, globalEmbedding().version],
  );
  if (!row) return null;
  const own = {
    model: linearModel(decodeModel(row.weights), globalEmbedding()),
    memory: row.memory,
  };
  const [oldest] = atHand.keys();
  if (oldest !== undefined && atHand.size >= maxAtHand) atHand.delete(oldest);
  atHand.set(key, own);
  return own;
}
