import { advance, type Place, within } from '@finflow/shared/bus/place';
import { organizationOf, type Viewer } from '@finflow/shared/viewer';
import type { FeedHub } from './feed-hub.ts';
import type { FeedIds, SealedPlace } from './feed-ids.ts';
import type { FeedSource, Start } from './feed-source.ts';
import {
  concerns,
  type FeedArguments,
  type FeedField,
  feedTopics,
  isAskedFor,
  type Signal,
  topicsOf,
} from './feeds.ts';
import type { Standing } from './log-replay.ts';
import type { FeedEvent } from './shared-feed.ts';
import type { Told } from './told.ts';

export type BusSourceOptions = {
  readonly hub: FeedHub;
  readonly ids: FeedIds;
  readonly nowMs: () => number;
};

/** Who was away for longer reads everything anew. */
const longestAwayMs = 24 * 60 * 60_000;

/** What the bus tells of the caller's organization, as far as the feed and its arguments ask for it. */
export function busSource(
  { hub, ids, nowMs }: BusSourceOptions,
  { field, args }: { readonly field: FeedField; readonly args: FeedArguments },
  viewer: Viewer,
): FeedSource {
  const organizationId = organizationOf(viewer) ?? '';
  const topics = topicsOf[field];
  const scope = { organizationId, field };

  const isWanted = (signal: Signal) =>
    signal.field === field && concerns(signal, viewer) && isAskedFor(signal, args);

  /** @param place what has been told when this was */
  const eventsOf = ({ eventId, signals }: Told, { sequence, place }: Standing): FeedEvent[] =>
    signals.filter(isWanted).map((signal) => {
      return { key: eventId, sequence, signal, id: idAt(place) };
    });

  const idAt = (place: Place) => () => ids.seal(scope, place, topics);

  const startAt = (missed: Start['missed'], { sequence, place }: Standing): Start => ({
    missed,
    sequence,
    id: idAt(place),
  });

  /** In another order than they were heard elsewhere, so each one's place is what this client was told by then. */
  function startWith(after: Place, missed: readonly Told[], upTo: Standing): Start {
    let place = after;
    const events = missed.flatMap((told) => {
      place = advance(place, told.at);
      return eventsOf(told, { sequence: upTo.sequence, place });
    });
    return startAt(events, upTo);
  }

  const now = (): Standing => hub.standing(organizationId);

  function openId(id: string): SealedPlace | null {
    const like = now().place;
    const own = ids.open(scope, id, within(like, topics));
    if (own) return own;
    const ofAny = ids.open({ organizationId, field: null }, id, within(like, feedTopics));
    return ofAny && { ...ofAny, place: within(ofAny.place, topics) };
  }

  return {
    now: () => startAt([], now()),
    after: (id) => {
      const sealed = openId(id);
      if (!sealed) return startAt(null, now());
      const resumption = { organizationId, field, after: sealed.place };
      const remembered = hub.remembered(resumption);
      if (remembered) return startWith(sealed.place, remembered, now());
      if (nowMs() - sealed.atMs > longestAwayMs) return startAt(null, now());
      return hub
        .replay(resumption)
        .then(({ missed, upTo }) =>
          missed ? startWith(sealed.place, missed, upTo) : startAt(null, upTo),
        );
    },
    listen: ({ hear }) =>
      hub.listen({
        organizationId,
        onHeard: (told, standing) => eventsOf(told, standing).forEach(hear),
      }),
  };
}
