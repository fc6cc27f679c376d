import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { FinflowEvent } from '../events/envelope.ts';
import { isTopic, type Topic } from '../events/topics.ts';

export interface HandlerRoom {
  /** In the transaction that also marks the event as handled, inside the event's organization. */
  readonly em: SqlEntityManager;
}

/**
 * What one event does. It may be called again after it failed, never after it committed.
 * Throw NotYet for an event that is too early, InvalidEvent for one that can never be handled, anything
 * else for a fault that may pass.
 */
export type Handler<T extends Topic> = (event: FinflowEvent<T>, room: HandlerRoom) => Promise<void>;

export type Handlers = { readonly [T in Topic]?: Handler<T> };

export const topicsOf = (handlers: Handlers): Topic[] => Object.keys(handlers).filter(isTopic);

/** Finds the handler of an event and calls it. */
export async function dispatch<T extends Topic>(
  handlers: { readonly [K in T]?: Handler<K> },
  topic: T,
  event: FinflowEvent<T>,
  room: HandlerRoom,
): Promise<void> {
  await handlers[topic]?.(event, room);
}
