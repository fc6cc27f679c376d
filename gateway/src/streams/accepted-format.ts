import { eventStream } from './event-stream.ts';
import type { FeedFormat } from './feed-format.ts';
import { multipartFeed } from './multipart-feed.ts';

/** How the client wants a feed, by its Accept header: the first protocol that it names and does not refuse. Null: not as a stream. */
export function acceptedFormat(accept = ''): FeedFormat | null {
  for (const mediaType of accept.split(',')) {
    if (/;\s*q=0(?:\.0*)?\s*(?:;|$)/i.test(mediaType)) continue;
    if (/^\s*text\/event-stream\b/i.test(mediaType)) return eventStream;
    if (isSubscriptionSpec(mediaType)) return multipartFeed;
  }
  return null;
}

const isSubscriptionSpec = (mediaType: string): boolean =>
  /^\s*multipart\/mixed\s*;/i.test(mediaType) &&
  /;\s*subscriptionSpec\s*=\s*"?1\.0"?\s*(?:;|$)/i.test(mediaType);
