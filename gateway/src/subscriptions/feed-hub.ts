import type { Bus } from '@finflow/shared/bus/bus';
import type { FinflowEvent } from '@finflow/shared/events/envelope';
import type { Topic } from '@finflow/shared/events/topics';
import { LRUCache } from 'lru-cache';
import { feedTopics, signalsOf, type Signal } from './feeds.ts';

/** Somebody who wants to hear of an organization. */
export type Listener = {
  readonly organizationId: string;
  /** Called for each signal of the organization; decides for itself what concerns it. */
  readonly onSignal: (signal: Signal) => void;
};

/** What ended a caller's rights: no more, or other ones. */
export type RightsChanged = {
  readonly organizationId: string | null;
  readonly userId: string | null;
};

export type FeedHub = {
  /** Returns how to stop listening. */
  listen(listener: Listener): () => void;
  close(): Promise<void>;
};

const rightsTopics: readonly Topic[] = ['member_changed', 'user_deleted', 'organization_deleted'];
/** The bus may bring an event twice; so many event ids are remembered to tell it once. */
const rememberedEvents = 20_000;

/** One subscription to the bus for the whole process, fanned out to whoever listens to the organization. */
export async function createFeedHub(
  bus: Bus,
  onRightsChanged: (change: RightsChanged) => void,
): Promise<FeedHub> {
  const listeners = new Map<string, Set<Listener>>();
  const seen = new LRUCache<string, true>({ max: rememberedEvents });
  const handleEvent = (event: FinflowEvent): void => {
    if (seen.has(event.id)) return;
    seen.set(event.id, true);
    const change = rightsChangeOf(event);
    if (change) onRightsChanged(change);
    for (const signal of signalsOf(event)) {
      for (const { onSignal } of listeners.get(signal.organizationId) ?? []) onSignal(signal);
    }
  };
  const subscribed = await bus.subscribe({
    group: null,
    topics: [...feedTopics, ...rightsTopics],
    handle: async (batch) => {
      for (const delivery of batch) {
        if (delivery.kind === 'event') handleEvent(delivery.event);
      }
    },
  });
  return {
    listen: (listener) => {
      const { organizationId } = listener;
      const others = listeners.get(organizationId) ?? new Set();
      listeners.set(organizationId, others.add(listener));
      return () => {
        others.delete(listener);
        if (others.size === 0 && listeners.get(organizationId) === others) {
          listeners.delete(organizationId);
        }
      };
    },
    close: () => subscribed.close(),
  };
}

function rightsChangeOf({ type, data }: FinflowEvent): RightsChanged | null {
  if (type === 'finflow.member_changed.v1') {
    return { organizationId: data.organizationId, userId: data.userId };
  }
  if (type === 'finflow.user_deleted.v1') return { organizationId: null, userId: data.userId };
  if (type === 'finflow.organization_deleted.v1') {
    return { organizationId: data.organizationId, userId: null };
  }
  return null;
}
