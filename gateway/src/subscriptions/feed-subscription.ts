import { isAllowed } from '@finflow/shared/graphql/authorization';
import { GraphQLError } from 'graphql';
import { isGood, whenExpired } from '../viewer/credential-expiry.ts';
import { createCoalescingQueue, type CoalescingQueue } from './coalescing-queue.ts';
import { answerText } from './feed-answer.ts';
import type { FeedEnd, FeedMessage, OpenedFeed, Subscriber } from './feed-port.ts';
import type { ReadFeed } from './feed-reader.ts';
import type { Start } from './feed-source.ts';
import { type FeedAnswer, type FeedEvent, type SharedFeed, stateOf } from './shared-feed.ts';

export type SubscriptionOptions = {
  readonly shared: SharedFeed;
  readonly subscriber: Subscriber;
  /** What the client missed, and from where on it hears what all are told. */
  readonly start: Start | Promise<Start>;
  /** Where somebody would begin who comes now. */
  readonly now: () => Start;
  /** Answers that wait while this reader is slower than the others. */
  readonly maxQueued: number;
  readonly heartbeatMs: number | null;
  readonly nowMs: () => number;
  readonly onEnd: (why: FeedEnd) => void;
};

export type FeedSubscription = OpenedFeed & {
  readonly end: (why: FeedEnd) => void;
  /** True when its reader has taken all that was heard, and the source can say after what. */
  readonly isUpToDate: () => boolean;
};

/** One subscriber's own part: what was missed first, then what all are told, until it ends for a reason of its own. */
export function openSubscription(options: SubscriptionOptions): FeedSubscription {
  const { shared, subscriber, nowMs, heartbeatMs } = options;
  const outbox = createCoalescingQueue<FeedAnswer>(options.maxQueued, (answer) => answer.stateOf);
  const { promise: ended, resolve: resolveEnd } = Promise.withResolvers<FeedEnd>();
  let start = 'then' in options.start ? null : options.start;
  let missed: CoalescingQueue<FeedEvent> | null = null;
  let over: FeedEnd | null = null;
  let finishing: FeedEnd | null = null;
  let callReader: (() => void) | null = null;

  function end(why: FeedEnd): void {
    if (over) return;
    over = why;
    leave();
    cancelExpiry();
    outbox.clear();
    missed?.clear();
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

  /** Null when it is over before it begins, and when there is no gap to tell of. */
  async function begin(): Promise<FeedMessage | null> {
    start = await Promise.race([options.start, ended.then(() => null)]);
    missed = queueOfMissed(start?.missed ?? []);
    // Not where events are by now: those in between are still to come.
    return start?.missed === null ? gapAt(start.id()) : null;
  }

  async function next(): Promise<FeedMessage | null> {
    const gap = missed ? null : await begin();
    if (gap) return gap;
    while (!over) {
      const heard = missed?.take();
      const answer = heard ? await catchUp(heard) : nextTold();
      if (answer && !over) return toMessage(answer);
      if (heard) continue;
      if (finishing) end(finishing);
      else if (!(await somethingNew())) return { kind: 'heartbeat', id: standing() };
    }
    return null;
  }

  async function catchUp(heard: FeedEvent): Promise<FeedAnswer | null> {
    if (mayHear(subscriber, shared.feed, nowMs())) return shared.catchUp(heard);
    end('expired');
    return null;
  }

  /** The next of what all were told, without what was told before or is part of what was missed. */
  function nextTold(): FeedAnswer | undefined {
    const answer = outbox.take();
    return answer && isBefore(answer) ? nextTold() : answer;
  }

  const isBefore = ({ sequence }: FeedAnswer): boolean =>
    start !== null && sequence <= start.sequence;

  /** Between events the id may only move on when nothing is on its way to this reader. */
  const standing = (): string | null =>
    shared.isQuiet() && outbox.size() === 0 ? options.now().id() : null;

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
  const isUpToDate = () => callReader !== null && standing() !== null;
  return { messages: iterator, ended, end, isUpToDate };
}

/** Asked again for each event: rights end while a subscription runs. */
const mayHear = ({ caller }: Subscriber, { rules }: ReadFeed, nowMs: number): boolean =>
  isGood(caller, nowMs) && rules.every((rule) => isAllowed(caller.viewer, rule));

/** What was missed, a state only as it is now. */
function queueOfMissed(events: readonly FeedEvent[]): CoalescingQueue<FeedEvent> {
  const queue = createCoalescingQueue<FeedEvent>(events.length, stateOf);
  for (const event of events) queue.push(event);
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
