import type { Clock } from '@finflow/shared/clock';
import type { Refusal } from '@finflow/shared/refusal';
import type { Em } from './database.ts';
import { refusable } from './guard-refusal.ts';

/** What a use case works with: one organization, one unit of work. */
export type Room = {
  readonly em: Em;
  readonly organizationId: string;
  readonly clock: Clock;
};

/** Runs a use case in one transaction of its own; a refusal rolls it back and comes out as data. */
export const inTransaction = <T>(room: Room, work: (em: Em) => Promise<T>): Promise<T | Refusal> =>
  refusable(() => room.em.fork().transactional(work));
