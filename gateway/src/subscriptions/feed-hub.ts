import type { Bus } from '@finflow/shared/bus/bus';
import type { FinflowEvent } from '@finflow/shared/events/envelope';
import { LRUCache } from 'lru-cache';
import { rightsChangeOf, rightsTopics, type RightsChanged } from '../viewer/rights-changed.ts';
import { feedTopics, signalsOf } from './feeds.ts';
import type { Heard } from './replay-ring.ts';
import { createReplayRings } from './replay-rings.ts';

/** Somebody who wants to hear of an organization. */
export type Listener = {
  readonly organizationId: string;
  /** Called for each signal of the organization; decides for itself what concerns it. */
  readonly onHeard: (heard: Heard) => void;
};

/** Calls that are made one after the other without a pause between see the same state: nothing is heard twice or missed. */
export type FeedHub = {
  /** Returns how to stop listening. */
  listen(listener: Listener): () => void;
  /** The place of the organization's latest event. A client that is told it before it subscribes can't miss a later one. */
  position(organizationId: string): { readonly id: string; readonly sequence: number };
  /** What the organization was told after that id. Null when it is no longer known. */
  after(organizationId: string, id: string): readonly Heard[] | null;
  /** Calls back when a caller's rights ended. */
  onRightsChanged(listener: (change: RightsChanged) => void): void;
  close(): Promise<void>;
};

export type FeedHubOptions = {
  readonly bus: Bus;
  /** Called for each event, before anybody is told of it. */
  readonly onEvent?: () => void;
  /** Events of one organization that a client may have missed and still go on. */
  readonly maxReplayed: number;
};

/** The bus may bring an event twice; so many event ids are remembered to tell it once. */
const rememberedEvents = 20_000;
const ringKeptMs = 10 * 60_000;
const maxIdleRings = 1_000;

/** One subscription to the bus for the whole process, fanned out to whoever listens to the organization. */
export async function createFeedHub({
  bus,
  maxReplayed,
  onEvent = () => undefined,
}: FeedHubOptions): Promise<FeedHub> {
  const rightsListeners: ((change: RightsChanged) => void)[] = [];
  const listeners = new Map<string, Set<Listener>>();
  const seen = new LRUCache<string, true>({ max: rememberedEvents });
  const rings = createReplayRings({
    capacity: maxReplayed,
    keptMs: ringKeptMs,
    maxIdle: maxIdleRings,
  });
  const handleEvent = (event: FinflowEvent): void => {
    if (seen.has(event.id)) return;
    seen.set(event.id, true);
    onEvent();

    const change = rightsChangeOf(event);
    if (change) for (const listener of rightsListeners) listener(change);
    const signals = signalsOf(event);
    const organizationId = signals[0]?.organizationId;
    if (organizationId === undefined) return;
    const heard = rings.find(organizationId)?.append(signals) ?? [];
    for (const one of heard) {
      for (const { onHeard } of listeners.get(organizationId) ?? []) onHeard(one);
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
    position: (organizationId) => rings.of(organizationId).position(),
    after: (organizationId, id) => rings.of(organizationId).after(id),
    listen: (listener) => {
      const letGo = rings.hold(listener.organizationId);
      const stop = addTo(listeners, listener);
      return () => {
        stop();
        letGo();
      };
    },
    onRightsChanged: (listener) => {
      rightsListeners.push(listener);
    },
    close: () => subscribed.close(),
  };
}

function addTo(listeners: Map<string, Set<Listener>>, listener: Listener): () => void {
  const { organizationId } = listener;
  const others = listeners.get(organizationId) ?? new Set();
  listeners.set(organizationId, others.add(listener));
  return () => {
    others.delete(listener);
    if (others.size === 0) listeners.delete(organizationId);
  };
}
