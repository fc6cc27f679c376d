import { organizationOf, type Viewer } from '@finflow/shared/viewer';
import type { FeedHub } from './feed-hub.ts';
import type { FeedSource } from './feed-source.ts';
import type { ReadFeed } from './feed-reader.ts';
import { concerns, isAskedFor, type FeedArguments, type Signal } from './feeds.ts';

/** What the bus tells of the caller's organization, as far as the feed and its arguments ask for it. */
export function busSource(
  hub: FeedHub,
  { feed, args }: { readonly feed: ReadFeed; readonly args: FeedArguments },
  viewer: Viewer,
): FeedSource {
  const organizationId = organizationOf(viewer) ?? '';
  const isWanted = (signal: Signal) =>
    signal.field === feed.field && concerns(signal, viewer) && isAskedFor(signal, args);
  return {
    position: () => hub.position(organizationId),
    after: (id) => hub.after(organizationId, id)?.filter(({ signal }) => isWanted(signal)) ?? null,
    listen: ({ hear }) =>
      hub.listen({
        organizationId,
        onHeard: (heard) => {
          if (isWanted(heard.signal)) hear(heard);
        },
      }),
  };
}
