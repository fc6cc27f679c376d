import { denied } from '@finflow/shared/graphql/authorization';
import type { Admission } from '../admission/admission.ts';
import type { Limits } from '../limits/limits.ts';
import { gatewayMetrics } from '../metrics.ts';
import type { FieldGates } from '../rights/field-gates.ts';
import { presentedFault } from './feed-answer.ts';
import type { FeedExecutor } from './feed-executor.ts';
import type { FeedRequest, Subscriber } from './feed-port.ts';
import {
  isProblems,
  type FeedReader,
  type Problems,
  type ReadFeed,
  type Variables,
} from './feed-reader.ts';
import type { FeedSource, FeedSources, Start } from './feed-source.ts';
import type { FeedArguments } from './feeds.ts';
import { createSharedFeed, type SharedFeed } from './shared-feed.ts';
import type { Turnstile } from './turnstile.ts';
import { sharingKey } from './sharing-key.ts';

/** What reading and executing a subscription takes; changes with the supergraph. */
export type FeedEngine = {
  readonly read: FeedReader;
  readonly executor: FeedExecutor;
  /** Weighs a subscription and counts it for its caller. Left out: all are let in. */
  readonly admission?: Pick<Admission, 'subscribe'>;
  /** What callers may read. Left out: the marks of the feed and the subgraphs alone decide. */
  readonly gates?: FieldGates;
};

export type WantedFeed = {
  readonly feed: ReadFeed;
  readonly args: FeedArguments;
  readonly variables: Variables;
};

export type JoinedFeed = {
  readonly shared: SharedFeed;
  /** Where the subscriber begins. What it will not cover is heard from now on. */
  readonly start: Start | Promise<Start>;
  /** Where somebody would begin now. */
  readonly now: () => Start;
};

export type FeedSharing = {
  readonly read: FeedReader;
  /** Null, or why the caller may not have it now. */
  admit(wanted: WantedFeed, subscriber: Subscriber): Problems | null;
  /** Finds or makes the feed of all who want the same with equal rights, to be joined at once. Or says why it can't be planned. */
  prepare(
    wanted: WantedFeed,
    request: Pick<FeedRequest, 'subscriber' | 'lastEventId'>,
  ): (() => JoinedFeed) | Problems;
};

export type FeedSharingOptions = {
  readonly engine: FeedEngine;
  readonly sources: FeedSources;
  readonly limits: Pick<Limits, 'maxQueuedEvents' | 'operationTimeoutMs'>;
  readonly nowMs: () => number;
  readonly inTurn: Turnstile;
};

type Running = { readonly shared: SharedFeed; readonly source: FeedSource };

/** Equal subscriptions of callers with equal rights are one: each event is executed and serialized once for all of them. */
export function createFeedSharing(options: FeedSharingOptions): FeedSharing {
  const { engine, limits, nowMs, inTurn } = options;
  const byFeed = new Map<ReadFeed, Map<string, Running>>();
  const { sharedFeeds } = gatewayMetrics();

  function make({ feed, variables }: WantedFeed, key: string, source: FeedSource): Running {
    const siblings = byFeed.get(feed) ?? new Map<string, Running>();
    const forget = () => {
      if (siblings.get(key) === running) siblings.delete(key);
      if (siblings.size === 0 && byFeed.get(feed) === siblings) byFeed.delete(feed);
    };
    const shared = createSharedFeed({
      feed,
      variables,
      executor: engine.executor,
      nowMs,
      maxQueued: limits.maxQueuedEvents,
      timeoutMs: limits.operationTimeoutMs,
      inTurn,
      onEmpty: () => {
        stopListening();
        sharedFeeds.dec();
        forget();
      },
    });
    const running: Running = { shared, source };
    const stopListening = source.listen({
      ...shared,
      finish: (why) => {
        forget(); // Who comes now begins anew.
        shared.finish(why);
      },
    });
    sharedFeeds.inc();
    byFeed.set(feed, siblings.set(key, running));
    return running;
  }

  return {
    read: engine.read,
    admit: ({ feed: { document, operation, field }, variables }, { caller, address }) => {
      const { viewer } = caller;
      if (engine.gates?.gateOf(viewer).denialOf('Subscription', field)) return [denied(viewer)];
      const asker = { viewer, address };
      const problem = engine.admission?.subscribe({ document, operation, variables }, asker);
      return problem ? [problem] : null;
    },
    prepare: (wanted, { subscriber, lastEventId }) => {
      const { feed, variables } = wanted;
      const { viewer } = subscriber.caller;
      const source = sourceOf(options, wanted, subscriber);
      if (isProblems(source)) return source;
      // A policy may look at more of a caller than the rights that are compared.
      const gateKey = engine.gates?.gateOf(viewer).key ?? '';
      const key = `${sharingKey(feed, variables, viewer)} ${gateKey}`;
      return () => {
        const running = byFeed.get(feed)?.get(key) ?? make(wanted, key, source);
        const { now, after } = running.source;
        return { shared: running.shared, start: lastEventId ? after(lastEventId) : now(), now };
      };
    },
  };
}

function sourceOf(
  { engine, sources }: FeedSharingOptions,
  wanted: WantedFeed,
  subscriber: Subscriber,
): FeedSource | Problems {
  try {
    const { feed, variables } = wanted;
    const step = engine.executor.plan(feed, variables, subscriber.caller.viewer);
    return sources(step, wanted, subscriber);
  } catch (error) {
    return [presentedFault(error)];
  }
}
