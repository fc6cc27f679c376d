import type { Bus, Delivery } from '@finflow/shared/bus/bus';
import { advance, covers, furthest } from '@finflow/shared/bus/place';
import { LRUCache } from 'lru-cache';
import { rightsChangeOf, rightsTopics, type RightsChanged } from '../viewer/rights-changed.ts';
import { feedTopics } from './feeds.ts';
import { createLogReplay, type Replayed, type Resumption, type Standing } from './log-replay.ts';
import { createReplayRings } from './replay-rings.ts';
import { type Told, toTold } from './told.ts';

/** Somebody who wants to hear of an organization. */
export type Listener = {
  readonly organizationId: string;
  /** Called for each event of the organization; decides for itself what concerns it. The standing is that after the event. */
  readonly onHeard: (told: Told, standing: Standing) => void;
};

/** Calls that are made one after the other without a pause between see the same state: nothing is heard twice or missed. */
export type FeedHub = {
  /** Returns how to stop listening. */
  listen(listener: Listener): () => void;
  /** How far the log was heard. What the organization is told after it is remembered for a while. */
  standing(organizationId: string): Standing;
  /** What was missed, from memory; null when it isn't all there. */
  remembered(resumption: Resumption): readonly Told[] | null;
  /** What was missed, from the log; also by who has heard more of it elsewhere, once this process has heard as much. */
  replay(resumption: Resumption): Promise<Replayed>;
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
  /** Messages of the log that are looked through for those who come back together. */
  readonly maxReplayRead: number;
};

/** The bus may bring an event twice; so many event ids are remembered to tell it once. */
const rememberedEvents = 20_000;
const ringKeptMs = 10 * 60_000;
const maxIdleRings = 1_000;
/** How long one who has heard more elsewhere waits for this process to hear it. */
const behindMs = 10_000;

/** One reader of the bus for the whole process, fanned out to whoever listens to the organization. */
export async function createFeedHub(options: FeedHubOptions): Promise<FeedHub> {
  const { bus, maxReplayed, maxReplayRead, onEvent = () => undefined } = options;
  const rightsListeners: ((change: RightsChanged) => void)[] = [];
  const listeners = new Map<string, Set<Listener>>();
  const seen = new LRUCache<string, true>({ max: rememberedEvents });
  const arrivals = new Set<() => void>();
  let now: Standing = { sequence: 0, place: {} };
  const rings = createReplayRings({
    capacity: maxReplayed,
    keptMs: ringKeptMs,
    maxIdle: maxIdleRings,
    now: () => now.place,
  });
  const handle = (delivery: Delivery): void => {
    now = { sequence: now.sequence + 1, place: advance(now.place, delivery.at) };
    if (delivery.kind !== 'event' || seen.has(delivery.event.id)) return;
    const { event, at } = delivery;
    seen.set(event.id, true);
    onEvent();

    const change = rightsChangeOf(event);
    if (change) for (const listener of rightsListeners) listener(change);
    const told = toTold(event, at);
    if (!told) return;
    rings.find(told.organizationId)?.append(told);
    for (const { onHeard } of listeners.get(told.organizationId) ?? []) onHeard(told, now);
  };
  const followed = await bus.follow({
    topics: [...feedTopics, ...rightsTopics],
    handle: async (batch) => {
      for (const delivery of batch) handle(delivery);
      for (const arrived of arrivals) arrived();
    },
  });
  // What was heard before this line is in both.
  now = { ...now, place: furthest(followed.start, now.place) };
  const readLog = createLogReplay({ bus, now: () => now, maxReplayed, maxRead: maxReplayRead });
  return {
    standing: (organizationId) => {
      rings.of(organizationId);
      return now;
    },
    remembered: ({ organizationId, field, after }) =>
      covers(now.place, after) ? rings.of(organizationId).after(after, field) : null,
    replay: async (resumption) => {
      const isHeard = await until(() => covers(now.place, resumption.after), arrivals);
      return isHeard ? readLog(resumption) : { missed: null, upTo: now };
    },
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
    close: () => followed.close(),
  };
}

/** Looks again at each arrival; false when it never came to be. */
function until(holds: () => boolean, arrivals: Set<() => void>): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const look = (isLast: boolean): void => {
    const isSo = holds();
    if (!isSo && !isLast) return;
    arrivals.delete(arrived);
    clearTimeout(timer);
    resolve(isSo);
  };
  const arrived = () => look(false);
  const timer = setTimeout(() => look(true), behindMs).unref();
  arrivals.add(arrived);
  arrived();
  return promise;
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
