import type { FirstStep } from './feed-executor.ts';
import type { Subscriber } from './feed-port.ts';
import type { FeedArguments } from './feeds.ts';
import type { ReadFeed } from './feed-reader.ts';
import type { FeedEvent, SharedFeed } from './shared-feed.ts';

/** Where a subscriber begins, or stands. */
export type Start = {
  /** What is told first; null when nobody can say what was missed. */
  readonly missed: readonly FeedEvent[] | null;
  /** What the source has told up to this one is in `missed`, or was told before. */
  readonly sequence: number;
  /** After which a feed goes on that was told all that. Null: of a source that has no ids. */
  readonly id: () => string | null;
};

/** Where a shared feed hears what happens. Nothing is heard between two calls that follow one another without a pause. */
export type FeedSource = {
  /** Returns how to stop. */
  listen(to: Pick<SharedFeed, 'hear' | 'tell' | 'finish'>): () => void;
  /** For who begins now: nothing was missed. */
  readonly now: () => Start;
  /** For who was told up to that id. Later, when it takes asking; never rejects. */
  readonly after: (id: string) => Start | Promise<Start>;
};

/**
 * Finds the source of what a plan's first step asks; null: of a feed of which the caller may see nothing.
 * @throws GraphQLError when there is none
 */
export type FeedSources = (
  step: FirstStep | null,
  wanted: { readonly feed: ReadFeed; readonly args: FeedArguments },
  subscriber: Subscriber,
) => FeedSource;
