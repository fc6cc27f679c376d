import { denied, isAllowed } from '@finflow/shared/graphql/authorization';
import { anonymous } from '@finflow/shared/viewer';
import { GraphQLError } from 'graphql';
import type { Limits } from '../limits/limits.ts';
import { gatewayMetrics } from '../metrics.ts';
import type { OperationTexts } from '../persisted/operation-texts.ts';
import type { EndedRights } from '../viewer/ended-rights.ts';
import { isConcerned, type RightsChanged } from '../viewer/rights-changed.ts';
import type { FeedHub } from './feed-hub.ts';
import type { FeedIds } from './feed-ids.ts';
import type { FeedRequest } from './feed-port.ts';
import { isProblems, type Problems } from './feed-reader.ts';
import type { FeedSources } from './feed-source.ts';
import { openSubscription, type FeedSubscription } from './feed-subscription.ts';
import { createFeedSharing, type FeedEngine, type FeedSharing } from './feed-sharing.ts';
import { feedTopics } from './feeds.ts';
import { limitKey } from './limit-key.ts';
import { inSlices } from './slices.ts';
import { createTurnstile } from './turnstile.ts';

export type FeedsOptions = {
  readonly engine: FeedEngine;
  readonly hub: FeedHub;
  readonly ids: FeedIds;
  readonly sources: FeedSources;
  readonly limits: Limits;
  readonly textOf: OperationTexts;
  /** A request may come in before rights end, and want its feed after that. */
  readonly endedRights: Pick<EndedRights, 'hasEnded'>;
  readonly nowMs: () => number;
};

type UnsignalledRequest = Omit<FeedRequest, 'signal'> & Partial<Pick<FeedRequest, 'signal'>>;

/** The feeds of one gateway, whatever transport they go over. */
export type Feeds = {
  /** `OpenFeed` for those who can do without a signal: what is opened has an `end`. */
  readonly open: (request: UnsignalledRequest) => FeedSubscription | Problems;
  /** The id after which a caller's feeds go on that have told nothing yet. */
  position(organizationId: string): string;
  /** Feeds that are opened from now on are of this supergraph; those that run go on with theirs until they are drained. */
  reload(engine: FeedEngine): void;
  /** Ends what runs (`draining`), spread over a while; new ones are welcome meanwhile. Resolves when all were told. */
  drain(overMs: number): Promise<void>;
  /** Opens nothing any more, and ends what runs (`draining`). */
  stop(): void;
  /** Ends the feeds of whom it concerns. */
  readonly endFor: (change: RightsChanged) => void;
};

type Open = { readonly subscription: FeedSubscription; readonly request: UnsignalledRequest };

export function createFeeds(options: FeedsOptions): Feeds {
  const { hub, ids, limits } = options;
  const open = new Set<Open>();
  const countOf = new Map<string, number>();
  const inTurn = createTurnstile(limits.maxFeedExecutions);
  let sharing = createFeedSharing({ ...options, inTurn });
  let isStopped = false;

  function count(key: string, by: 1 | -1): void {
    const next = (countOf.get(key) ?? 0) + by;
    if (next > 0) countOf.set(key, next);
    else countOf.delete(key);
  }

  function openFeed(request: UnsignalledRequest): FeedSubscription | Problems {
    if (isStopped) return [stopping()];
    const { viewer } = request.subscriber.caller;
    if (options.endedRights.hasEnded(request.subscriber.caller)) return [denied(anonymous)];
    const key = limitKey(viewer);
    const wanted = readWanted(sharing, options.textOf, request);
    if (isProblems(wanted)) return wanted;
    if ((countOf.get(key) ?? 0) >= limits.maxSubscriptionsPerViewer)
      return [tooManySubscriptions()];
    const join = sharing.prepare(wanted, request);
    if (isProblems(join)) return join;
    const { field } = wanted.feed;
    const { subscriptions, feedsEnded } = gatewayMetrics();
    const subscription = openSubscription({
      ...join(),
      subscriber: request.subscriber,
      maxQueued: limits.maxQueuedEvents,
      heartbeatMs: request.heartbeatMs ?? null,
      nowMs: options.nowMs,
      onEnd: (why) => {
        open.delete(opened);
        count(key, -1);
        subscriptions.dec({ field });
        feedsEnded.inc({ reason: why });
      },
    });
    const opened: Open = { subscription, request };
    open.add(opened);
    count(key, 1);
    subscriptions.inc({ field });
    const stop = () => subscription.end('stopped');
    request.signal?.addEventListener('abort', stop, { once: true });
    if (request.signal?.aborted) stop();
    return subscription;
  }

  return {
    open: openFeed,
    position: (organizationId) =>
      ids.seal({ organizationId, field: null }, hub.standing(organizationId).place, feedTopics),
    reload: (engine) => {
      sharing = createFeedSharing({ ...options, engine, inTurn });
    },
    drain: (overMs) =>
      inSlices([...open], overMs, ({ subscription }) => subscription.end('draining')),
    stop: () => {
      isStopped = true;
      for (const { subscription } of open) subscription.end('draining');
    },
    endFor: (change) => {
      for (const { subscription, request } of open) {
        if (isConcerned(request.subscriber.caller, change)) subscription.end('rightsChanged');
      }
    },
  };
}

/** Which feed it is, with its arguments, if the caller may have it; or what is wrong. */
function readWanted(sharing: FeedSharing, textOf: OperationTexts, request: UnsignalledRequest) {
  const { operationName, variables, subscriber } = request;
  const { viewer } = subscriber.caller;
  const text = textOf(request, viewer) ?? '';
  if (text instanceof GraphQLError) return [text];
  const feed = sharing.read(text, operationName);
  if (isProblems(feed)) return feed;
  if (viewer.kind === 'partner' && feed.outsideContract.length > 0) return feed.outsideContract;
  if (!feed.rules.every((rule) => isAllowed(viewer, rule))) return [denied(viewer)];
  const given = variables ?? {};
  const args = feed.readArguments(given);
  if (isProblems(args)) return args;
  const wanted = { feed, args, variables: given };
  return sharing.admit(wanted, subscriber) ?? wanted;
}

const tooManySubscriptions = () =>
  new GraphQLError('You have too many subscriptions. End some first.', {
    extensions: { code: 'TOO_MANY_SUBSCRIPTIONS', http: { status: 429 } },
  });

const stopping = () =>
  new GraphQLError('FinFlow is restarting. Come again in a moment.', {
    extensions: { code: 'SERVICE_UNAVAILABLE', http: { status: 503 } },
  });
