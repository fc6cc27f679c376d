import { isAllowed } from '@finflow/shared/graphql/authorization';
import { GraphQLError } from 'graphql';
import { isGood, whenExpired } from '../viewer/credential-expiry.ts';
import { createCoalescingQueue, type CoalescingQueue } from './coalescing-queue.ts';
import { answerText } from './feed-answer.ts';
import type { FeedEnd, FeedMessage, OpenedFeed, Subscriber } from './feed-port.ts';
import type { ReadFeed } from './feed-reader.ts';
import type { Place } from './feed-source.ts';
import { tellsState } from './feeds.ts';
import type { Heard } from './replay-ring.ts';
import type { FeedAnswer, SharedFeed } from './shared-feed.ts';

export type SubscriptionOptions = {
  readonly shared: SharedFeed;
  readonly subscriber: Subscriber;
  /** What the client missed; null when that can't be told. */
  readonly missed: readonly Heard[] | null;
  /** Where the feed's source stands now. */
  readonly position: () => Place;
  /** Answers that wait while this reader is slower than the others. */
  readonly maxQueued: number;
  readonly heartbeatMs: number | null;
  readonly nowMs: () => number;
  readonly onEnd: (why: FeedEnd) => void;
};

export type FeedSubscription = OpenedFeed & { readonly end: (why: FeedEnd) => void };

/** One subscriber's own part: what was missed first, then what all are told, until it ends for a reason of its own. */
export function openSubscription(options: SubscriptionOptions): FeedSubscription {
  const { shared, subscriber, nowMs, heartbeatMs } = options;
  const joined = options.position();
  const missed = queueOfMissed(options.missed ?? []);
  const outbox = createCoalescingQueue<FeedAnswer>(options.maxQueued, ({ stateOf }) => stateOf);
  const { promise: ended, resolve: resolveEnd } = Promise.withResolvers<FeedEnd>();
  let hasGap = options.missed === null;
  let over: FeedEnd | null = null;
  let finishing: FeedEnd | null = null;
  let callReader: (() => void) | null = null;

  function end(why: FeedEnd): void {
    if (over) return;
    over = why;
    leave();
    cancelExpiry();
    outbox.clear();
    missed.clear();
    callReader?.();
    options.onEnd(why);
    resolveEnd(why);
  }

  const leave = shared.join({
    subscriber,
    isWaiting: () => callReader !== null,
    end,
    finish: (why) => {
      finishing = why;
      callReader?.();
    },
    offer: (answer) => {
      if (answer.sequence <= joined.sequence) return;
      if (!mayHear(subscriber, shared.feed, nowMs())) return end('expired');
      if (!outbox.push(answer)) return end('tooSlow');
      callReader?.();
    },
  });
  const cancelExpiry = whenExpired(subscriber.caller, nowMs, () => end('expired'));

  /** Resolves when there is something to look at; false after a silence. */
  function somethingNew(): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const timer =
      heartbeatMs === null ? undefined : setTimeout(() => answer(false), heartbeatMs).unref();
    const answer = (isNew: boolean): void => {
      callReader = null;
      clearTimeout(timer);
      resolve(isNew);
    };
    callReader = () => answer(true);
    shared.wake();
    return promise;
  }

  async function next(): Promise<FeedMessage | null> {
    while (!over) {
      if (hasGap) {
        hasGap = false;
        return gapAt(joined.id); // Not where events are by now: those in between are still to come.
      }
      const heard = missed.take();
      const answer = heard ? await shared.catchUp(heard) : outbox.take();
      if (answer && !over) return toMessage(answer);
      if (heard) continue;
      if (finishing) end(finishing);
      else if (!(await somethingNew())) return heartbeat();
    }
    return null;
  }

  /** Between events the id may only move on when nothing is on its way to this reader. */
  const heartbeat = (): FeedMessage => ({
    kind: 'heartbeat',
    id: shared.isQuiet() && outbox.size() === 0 ? options.position().id : null,
  });

  const iterator: AsyncIterableIterator<FeedMessage> = {
    next: async () => {
      const value = await next();
      return value ? { done: false, value } : { done: true, value: undefined };
    },
    return: async () => {
      end('stopped');
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return { messages: iterator, ended, end };
}

/** Asked again for each event: rights end while a subscription runs. */
const mayHear = ({ caller }: Subscriber, { rules }: ReadFeed, nowMs: number): boolean =>
  isGood(caller, nowMs) && rules.every((rule) => isAllowed(caller.viewer, rule));

/** What was missed, a state only as it is now. */
function queueOfMissed(heard: readonly Heard[]): CoalescingQueue<Heard> {
  const queue = createCoalescingQueue<Heard>(heard.length, ({ signal }) =>
    tellsState(signal.field) ? signal.entityId : null,
  );
  for (const one of heard) queue.push(one);
  return queue;
}

const toMessage = ({ id, result, json }: FeedAnswer): FeedMessage => ({
  kind: 'result',
  id,
  result,
  json,
});

function gapAt(id: string | null): FeedMessage {
  const result = { data: null, errors: [resumeGap()] };
  return { kind: 'result', id, result, json: () => answerText(result, id) };
}

/** Something may have been missed; the feed goes on. */
export const resumeGap = () =>
  new GraphQLError(
    'Too much happened while you were away to tell it all. Fetch anew; the feed goes on.',
    {
      extensions: { code: 'RESUME_GAP' },
    },
  );
