import type { FeedEnd, FeedMessage, OpenedFeed } from '../subscriptions/feed-port.ts';

/** How one protocol writes a feed into the body of an HTTP answer. */
export type FeedFormat = {
  readonly name: 'event-stream' | 'multipart';
  readonly contentType: string;
  /** The most silence that the protocol's clients bear, milliseconds. */
  readonly heartbeatMs: number;
  /** Sent at once, so that the client knows that it listens. */
  readonly opening: string;
  readonly message: (message: FeedMessage) => string;
  readonly closing: (end: FeedEnd) => string;
};

/**
 * A feed as the body of an answer.
 * @param stop ends the feed; called when the reader leaves, since a generator that waits can't be told to end
 */
export function feedBody(
  feed: OpenedFeed,
  format: FeedFormat,
  stop: () => void,
): AsyncIterableIterator<string> {
  const text = feedText(feed, format);
  const body: AsyncIterableIterator<string> = {
    next: () => text.next(),
    return: () => {
      stop();
      return text.return(undefined);
    },
    [Symbol.asyncIterator]: () => body,
  };
  return body;
}

async function* feedText({ messages, ended }: OpenedFeed, format: FeedFormat) {
  yield format.opening;
  for await (const message of messages) yield format.message(message);
  yield format.closing(await ended);
}
