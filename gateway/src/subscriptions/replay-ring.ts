import { randomBytes } from 'node:crypto';
import type { Signal } from './feeds.ts';

/** A signal, and its place among all that its organization was told by this process. */
export type Heard = {
  /** The event's id for clients: after it a feed can go on. */
  readonly id: string;
  /** Counts events of the organization, from 1. The signals of one event have the same. */
  readonly sequence: number;
  readonly signal: Signal;
};

/** The latest events of one organization. */
export type ReplayRing = {
  /** The place of the latest event; before the first: the beginning. */
  position(): { readonly id: string; readonly sequence: number };
  append(signals: readonly Signal[]): readonly Heard[];
  /** What came after that id, oldest first. Null when it can't be told: too old, or of another ring. */
  after(id: string): readonly Heard[] | null;
};

/**
 * Remembers the last `capacity` events. Ids name the ring and the place in it, so that an id of another process, another
 * organization or an earlier ring is never taken for one of this.
 */
export function createReplayRing(capacity: number): ReplayRing {
  const name = randomBytes(6).toString('base64url');
  const events: (readonly Heard[])[] = [];
  let latest = 0;
  const idOf = (sequence: number): string => `${name}.${sequence}`;
  return {
    position: () => ({ id: idOf(latest), sequence: latest }),
    append: (signals) => {
      latest += 1;
      const heard = signals.map((signal) => ({ id: idOf(latest), sequence: latest, signal }));
      events.push(heard);
      // Cut in large pieces, so that an event costs the same however many are kept.
      if (events.length >= 2 * capacity) events.splice(0, events.length - capacity);
      return heard;
    },
    after: (id) => {
      const sequence = sequenceIn(name, id);
      if (sequence === null || sequence > latest) return null;
      const missed = latest - sequence;
      if (missed > Math.min(capacity, events.length)) return null;
      return missed === 0 ? [] : events.slice(-missed).flat();
    },
  };
}

function sequenceIn(name: string, id: string): number | null {
  const [ring, digits = ''] = id.split('.');
  return ring === name && /^\d{1,15}$/.test(digits) ? Number(digits) : null;
}
