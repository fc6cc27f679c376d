import type { Place } from '@finflow/shared/bus/place';
import { LRUCache } from 'lru-cache';
import { createReplayRing, type ReplayRing } from './replay-ring.ts';

export type ReplayRings = {
  /** The organization's ring; made when there is none, and kept for a while. */
  of(organizationId: string): ReplayRing;
  /** Keeps the ring for as long as somebody listens. Returns how to let go of it. */
  hold(organizationId: string): () => void;
  /** The ring, if anybody has asked for one. */
  find(organizationId: string): ReplayRing | undefined;
};

export type ReplayRingsOptions = {
  /** Events of one organization. */
  readonly capacity: number;
  /** How long a ring is kept that nobody listens to: as long as a client may be away and still go on. */
  readonly keptMs: number;
  /** Rings that nobody listens to. */
  readonly maxIdle: number;
  /** How far the log was read when a ring is made: it remembers what comes after. */
  readonly now: () => Place;
};

/** The rings of the organizations that somebody listens to, or did a while ago. All others cost nothing. */
export function createReplayRings({
  capacity,
  keptMs,
  maxIdle,
  now,
}: ReplayRingsOptions): ReplayRings {
  const held = new Map<string, { readonly ring: ReplayRing; listeners: number }>();
  const idle = new LRUCache<string, ReplayRing>({ max: maxIdle, ttl: keptMs });
  const find = (organizationId: string) =>
    held.get(organizationId)?.ring ?? idle.get(organizationId);
  const of = (organizationId: string): ReplayRing => {
    const known = find(organizationId);
    if (known) return known;
    const ring = createReplayRing(capacity, now());
    idle.set(organizationId, ring);
    return ring;
  };
  return {
    find,
    of,
    hold: (organizationId) => {
      const holding = held.get(organizationId) ?? { ring: of(organizationId), listeners: 0 };
      holding.listeners += 1;
      held.set(organizationId, holding);
      idle.delete(organizationId);
      return () => {
        holding.listeners -= 1;
        if (holding.listeners > 0) return;
        held.delete(organizationId);
        idle.set(organizationId, holding.ring);
      };
    },
  };
}
