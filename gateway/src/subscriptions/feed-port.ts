import type { ExecutionResult, GraphQLError } from 'graphql';
import type { Caller } from '../viewer/read-viewer.ts';

/** A subscription as a transport hands it in. */
export type FeedRequest = {
  /** The text; may be left out when `extensions.persistedQuery` names one. */
  readonly query?: string | undefined;
  readonly extensions?: unknown;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  readonly subscriber: Subscriber;
  /** The id of the last message that the client has seen: the feed goes on right after it. Left out: from now on. */
  readonly lastEventId?: string | null | undefined;
  /** Ends the feed, also while it waits. */
  readonly signal: AbortSignal;
  /** A heartbeat after so much silence, milliseconds. Left out: none. */
  readonly heartbeatMs?: number;
};

export type Subscriber = {
  readonly caller: Caller;
  readonly address: string;
  readonly userAgent: string;
};

export type FeedMessage =
  | {
      readonly kind: 'result';
      /** Opaque, short, printable ASCII without spaces. Sent back as `lastEventId` it continues after this message; null: it can't. */
      readonly id: string | null;
      readonly result: ExecutionResult;
      /** The result as JSON text with `extensions.eventId`; made once for all who share the feed. */
      readonly json: () => string;
    }
  /** Nothing happened. The id (null: none is known) still moves on, so that a quiet client is not asked for old news later. */
  | { readonly kind: 'heartbeat'; readonly id: string | null };

/**
 * Why a feed ended. The client comes again with its last id after `tooSlow`, `draining` and `unavailable`; with a fresh credential
 * after `expired` and `rightsChanged`; not after `complete` (the source has no more) and `stopped` (the signal was aborted).
 */
export type FeedEnd =
  | 'complete'
  | 'stopped'
  | 'expired'
  | 'rightsChanged'
  | 'tooSlow'
  | 'draining'
  | 'unavailable';

export type OpenedFeed = {
  /** Read by one reader, one at a time; a reader that is slow loses nothing but time, up to the limit (`tooSlow`). */
  readonly messages: AsyncIterable<FeedMessage>;
  /** Resolves when `messages` ends. */
  readonly ended: Promise<FeedEnd>;
};

/**
 * Opens a federated subscription for any transport. It listens from this call on: whoever acknowledges after it loses nothing.
 *
 * Returns the problems when nothing was subscribed to; each has a code: GRAPHQL_PARSE_FAILED, GRAPHQL_VALIDATION_FAILED,
 * BAD_REQUEST, PERSISTED_QUERY_*, COST_TOO_HIGH, RATE_LIMITED, UNAUTHENTICATED, FORBIDDEN, TOO_MANY_SUBSCRIPTIONS, SERVICE_UNAVAILABLE (the gateway drains).
 *
 * `lastEventId` may be of another process. When it is too old, or no id of this feed and organization, the first message is a result whose
 * only error has the code RESUME_GAP: something may have been missed, so the client fetches anew; the feed goes on from now.
 */
export type OpenFeed = (request: FeedRequest) => OpenedFeed | readonly GraphQLError[];

/** Tells what `OpenFeed` returned. */
export const isOpened = <T extends OpenedFeed>(feed: T | readonly GraphQLError[]): feed is T =>
  'messages' in feed;
