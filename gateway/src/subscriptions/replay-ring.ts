import { advance, covers, hasRead, type Place, within } from '@finflow/shared/bus/place';
import { type FeedField, topicsOf } from './feeds.ts';
import { tellsOf, type Told } from './told.ts';

/** The latest events of one organization. */
export type ReplayRing = {
  append(told: Told): void;
  /** What that feed was to tell after that place, oldest first. Null when not all of it is here. */
  after(place: Place, field: FeedField): readonly Told[] | null;
};

/**
 * Remembers the last `capacity` events.
 * @param start everything of the organization that is not read there will be appended
 */
export function createReplayRing(capacity: number, start: Place): ReplayRing {
  const events: Told[] = [];
  let complete = start;
  return {
    append: (told) => {
      events.push(told);
      // Cut in large pieces, so that an event costs the same however many are kept.
      if (events.length < 2 * capacity) return;
      for (const { at } of events.splice(0, events.length - capacity)) {
        complete = advance(complete, at);
      }
    },
    after: (place, field) => {
      if (!covers(place, within(complete, topicsOf[field]))) return null;
      const missed = events.filter((told) => tellsOf(told, field) && !hasRead(place, told.at));
      return missed.length > capacity ? null : missed;
    },
  };
}
