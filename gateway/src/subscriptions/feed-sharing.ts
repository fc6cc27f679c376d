import { organizationOf } from '@finflow/shared/viewer';
import type { Admission } from '../admission/admission.ts';
import type { Limits } from '../limits/limits.ts';
import { gatewayMetrics } from '../metrics.ts';
import { presentedFault } from './feed-answer.ts';
import type { FeedExecutor } from './feed-executor.ts';
import type { FeedHub } from './feed-hub.ts';
import type { FeedRequest, Subscriber } from './feed-port.ts';
import type { FeedReader, Problems, ReadFeed, Variables } from './feed-reader.ts';
import { concerns, isAskedFor, type FeedArguments, type Signal } from './feeds.ts';
import type { Heard } from './replay-ring.ts';
import { createSharedFeed, type SharedFeed } from './shared-feed.ts';
import { sharingKey } from './sharing-key.ts';

/** What reading and executing a subscription takes; changes with the supergraph. */
export type FeedEngine = {
  readonly read: FeedReader;
  readonly executor: FeedExecutor;
  /** Weighs a subscription and counts it for its caller. Left out: all are let in. */
  readonly admission?: Pick<Admission, 'subscribe'>;
};

export type WantedFeed = {
  readonly feed: ReadFeed;
  readonly args: FeedArguments;
  readonly variables: Variables;
};

export type JoinedFeed = {
  readonly shared: SharedFeed;
  /** What the subscriber missed since its last id; null when that can't be told. */
  readonly missed: readonly Heard[] | null;
  readonly position: () => { readonly id: string; readonly sequence: number };
};

export type FeedSharing = {
  readonly read: FeedReader;
  /** Null, or why the caller may not have it now. */
  admit(wanted: WantedFeed, subscriber: Subscriber): Problems | null;
  /** Plans ahead, so that the first event doesn't wait for it. Null, or why it can't be planned. */
  plan(feed: ReadFeed, variables: Variables): Problems | null;
  /** Finds or makes the feed of all who want the same with equal rights. To be joined at once. */
  join(wanted: WantedFeed, request: Pick<FeedRequest, 'subscriber' | 'lastEventId'>): JoinedFeed;
};

export type FeedSharingOptions = {
  readonly engine: FeedEngine;
  readonly hub: FeedHub;
  readonly limits: Pick<Limits, 'maxQueuedEvents' | 'operationTimeoutMs'>;
  readonly nowMs: () => number;
};

/** Equal subscriptions of callers with equal rights are one: each event is executed and serialized once for all of them. */
export function createFeedSharing({ engine, hub, limits, nowMs }: FeedSharingOptions): FeedSharing {
  const byFeed = new Map<ReadFeed, Map<string, SharedFeed>>();
  const { sharedFeeds } = gatewayMetrics();

  function make(
    wanted: WantedFeed,
    key: string,
    isWanted: (signal: Signal) => boolean,
    organizationId: string,
  ) {
    const { feed, variables } = wanted;
    const siblings = byFeed.get(feed) ?? new Map<string, SharedFeed>();
    const shared = createSharedFeed({
      feed,
      variables,
      executor: engine.executor,
      nowMs,
      maxQueued: limits.maxQueuedEvents,
      timeoutMs: limits.operationTimeoutMs,
      onEmpty: () => {
        stopListening();
        sharedFeeds.dec();
        siblings.delete(key);
        if (siblings.size === 0) byFeed.delete(feed);
      },
    });
    const stopListening = hub.listen({
      organizationId,
      onHeard: (heard) => {
        if (isWanted(heard.signal)) shared.hear(heard);
      },
    });
    sharedFeeds.inc();
    byFeed.set(feed, siblings.set(key, shared));
    return shared;
  }

  return {
    read: engine.read,
    plan: (feed, variables) => {
      try {
        engine.executor.plan(feed, variables);
        return null;
      } catch (error) {
        return [presentedFault(error)];
      }
    },
    admit: ({ feed: { document, operation }, variables }, { caller, address }) => {
      const asker = { viewer: caller.viewer, address };
      const problem = engine.admission?.subscribe({ document, operation, variables }, asker);
      return problem ? [problem] : null;
    },
    join: (wanted, { subscriber, lastEventId }) => {
      const { feed, args, variables } = wanted;
      const { viewer } = subscriber.caller;
      const organizationId = organizationOf(viewer) ?? '';
      const isWanted = (signal: Signal) =>
        signal.field === feed.field && concerns(signal, viewer) && isAskedFor(signal, args);
      const key = sharingKey(feed, variables, viewer);
      const missed = lastEventId ? hub.after(organizationId, lastEventId) : [];
      return {
        shared: byFeed.get(feed)?.get(key) ?? make(wanted, key, isWanted, organizationId),
        missed: missed && missed.filter(({ signal }) => isWanted(signal)),
        position: () => hub.position(organizationId),
      };
    },
  };
}
