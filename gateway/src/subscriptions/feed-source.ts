import type { FirstStep } from './feed-executor.ts';
import type { Subscriber } from './feed-port.ts';
import type { FeedArguments } from './feeds.ts';
import type { ReadFeed } from './feed-reader.ts';
import type { Heard } from './replay-ring.ts';
import type { SharedFeed } from './shared-feed.ts';

/** Where a source stands. Null: it has no ids after which it could go on. */
export type Place = { readonly id: string | null; readonly sequence: number };

/** Where a shared feed hears what happens. Nothing is heard between two calls that follow one another without a pause. */
export type FeedSource = {
  /** Returns how to stop. */
  listen(to: Pick<SharedFeed, 'hear' | 'tell' | 'finish'>): () => void;
  readonly position: () => Place;
  /** What came after that id. Null when that can't be told. */
  after(id: string): readonly Heard[] | null;
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
