import type { Clock } from '@finflow/shared/clock';
import { waitForLocks } from '@finflow/shared/database/lock-patience';
import type { Refusal } from '@finflow/shared/refusal';
import type { Em } from './database.ts';
import { refusable } from './guard-refusal.ts';

/** What a use case works with: one organization, one unit of work. */
export type Room = {
  readonly em: Em;
  readonly organizationId: string;
  readonly clock: Clock;
};

/** An import of some thousand rows is done by then; who waits for a larger one is told, long before the request's deadline. */
const patienceMs = 5_000;

/**
 * Runs a use case in one transaction of its own; a refusal rolls it back and comes out as data. Refuses BOOKS_BUSY when somebody else
 * holds what it needs.
 */
export const inTransaction = <T>(room: Room, work: (em: Em) => Promise<T>): Promise<T | Refusal> =>
  refusable(() =>
    room.em.fork().transactional(async (em) => {
      await waitForLocks(em, patienceMs);
      return work(em);
    }),
  );
