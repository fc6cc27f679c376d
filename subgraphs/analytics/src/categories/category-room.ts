import type { Clock } from '@finflow/shared/clock';
import { type Refusal, RefusedError } from '@finflow/shared/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** What a use case of categories works with: one organization, one unit of work. */
export type CategoryRoom = {
  readonly em: SqlEntityManager;
  readonly organizationId: string;
  readonly clock: Clock;
};

/** A caller who decides: the user's id or the API key's. */
export type DecidingRoom = CategoryRoom & { readonly actorId: string };

/** Runs a use case in one transaction of its own; a refusal rolls it back and comes out as data. */
export async function inTransaction<T>(
  { em }: CategoryRoom,
  work: (tx: SqlEntityManager) => Promise<T>,
): Promise<T | Refusal> {
  try {
    return await em.fork().transactional(work);
  } catch (error) {
    if (error instanceof RefusedError) return error.refusal;
    throw error;
  }
}
