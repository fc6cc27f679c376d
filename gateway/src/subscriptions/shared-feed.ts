import { newId } from '@finflow/shared/ids';
import { withLogContext } from '@finflow/shared/log';
import { once } from '@finflow/shared/once';
import type { ExecutionResult } from 'graphql';
import { gatewayMetrics } from '../metrics.ts';
import { createPresence, type Presence } from '../presence.ts';
import { traceIdOf, type CallerPresence, type GatewayContext } from '../request-context.ts';
import { createCoalescingQueue } from './coalescing-queue.ts';
import { answerText, presentedFault, toFeedAnswer, toToldAnswer } from './feed-answer.ts';
import type { FeedExecutor, Told } from './feed-executor.ts';
import type { FeedEnd, Subscriber } from './feed-port.ts';
import type { ReadFeed, Variables } from './feed-reader.ts';
import { tellsState, type Signal } from './feeds.ts';
import type { Turnstile } from './turnstile.ts';
import { isGood } from '../viewer/credential-expiry.ts';

/** Something that all who share a feed want to be told. */
export type FeedEvent = {
  /** The same of the same event, however often and from wherever it is heard; null when it is never heard again. */
  readonly key: string | null;
  /** After which a feed goes on that was told this. Null: of a source that can't go on after an event. */
  readonly id: () => string | null;
  readonly sequence: number;
  readonly signal: Signal | Told;
};

/** What they are told of it. */
export type FeedAnswer = {
  readonly id: string | null;
  readonly sequence: number;
  /** Of several answers about one entity only the latest matters; null: each matters. */
  readonly stateOf: string | null;
  readonly result: ExecutionResult;
  readonly json: () => string;
};

/** One subscriber of a shared feed. */
export type Member = {
  readonly subscriber: Subscriber;
  /** Takes the answer, or ends for a reason of its own. */
  readonly offer: (answer: FeedAnswer) => void;
  /** True while its reader waits for the next answer. */
  readonly isWaiting: () => boolean;
  readonly end: (why: FeedEnd) => void;
  /** Ends once everything that waits has been read. */
  readonly finish: (why: FeedEnd) => void;
};

export type SharedFeed = {
  readonly feed: ReadFeed;
  /** Returns how to leave. */
  join(member: Member): () => void;
  /** To be called when a member begins to wait. */
  wake(): void;
  /** Something was heard that all members want. */
  hear(heard: FeedEvent): void;
  /** Tells all something that needs no execution. */
  tell(answer: FeedAnswer): void;
  /** The source has no more: ends all once they have read what they were told. */
  finish(why: FeedEnd): void;
  /** The answer to something heard before; null when there is nothing to tell. Those who ask at the same time share it. */
  catchUp(heard: FeedEvent): Promise<FeedAnswer | null>;
  /** True when everything that was heard is answered. */
  isQuiet(): boolean;
};

export type SharedFeedOptions = {
  readonly feed: ReadFeed;
  readonly variables: Variables;
  readonly executor: FeedExecutor;
  readonly nowMs: () => number;
  /** Events that wait while all members read slowly. */
  readonly maxQueued: number;
  /** How long an answer to one event may take. */
  readonly timeoutMs: number;
  /** Bounds how many feeds of the gateway execute at once: one event may be of thousands that differ. */
  readonly inTurn: Turnstile;
  readonly onEmpty: () => void;
};

/** Results of catching up are kept for others who catch up at the same time, as after a restart: so many, so long. */
const keptResults = 64;
const keptResultMs = 3_000;

/**
 * One subscription on behalf of all members, whose rights are equal: each event is executed once, one after the other, and only
 * while somebody waits for it. Until then events of a state replace one another.
 */
export function createSharedFeed(options: SharedFeedOptions): SharedFeed {
  const { feed, maxQueued } = options;
  const members = new Set<Member>();
  const queue = createCoalescingQueue<FeedEvent>(maxQueued, stateOf);
  const results = new Map<string, Promise<ExecutionResult | null>>();
  const underWay = new Set<Presence>();
  let isAnswering = false;
  let finishing: FeedEnd | null = null;

  /** What is asked of subgraphs is given up when the last member leaves. */
  async function ask(heard: FeedEvent): Promise<ExecutionResult | null> {
    const presence = createPresence();
    underWay.add(presence);
    try {
      return await resultOf(options, { members, presence }, heard);
    } finally {
      underWay.delete(presence);
    }
  }

  const answer = async (heard: FeedEvent) => toAnswer(heard, await ask(heard));

  async function answerAll(): Promise<void> {
    while (queue.size() > 0 && isAnybodyWaiting(members)) await options.inTurn(answerNext);
  }

  /** Takes it only now, so that while it was waiting for its turn a newer state could take its place. */
  async function answerNext(): Promise<void> {
    const heard = queue.take();
    const answered = heard && (await answer(heard));
    if (answered) for (const member of members) member.offer(answered);
  }

  function wake(): void {
    if (isAnswering || queue.size() === 0 || !isAnybodyWaiting(members)) return;
    isAnswering = true;
    void answerAll().finally(() => {
      isAnswering = false;
      finishIfDone();
      wake();
    });
  }

  function finishIfDone(): void {
    if (!finishing || isAnswering || queue.size() > 0) return;
    for (const member of members) member.finish(finishing);
  }

  /** Nothing is kept while nobody has missed anything, which is nearly always. */
  function resultForWhoCameBack(heard: FeedEvent): Promise<ExecutionResult | null> {
    const { key } = heard;
    const known = key === null ? undefined : results.get(key);
    if (known) return known;
    const result = options.inTurn(() => ask(heard));
    if (key !== null && results.size < keptResults) {
      results.set(key, result);
      setTimeout(() => results.delete(key), keptResultMs).unref();
    }
    return result;
  }

  return {
    feed,
    wake,
    join: (member) => {
      members.add(member);
      return () => {
        members.delete(member);
        if (members.size > 0) return;
        for (const presence of underWay) presence.leave();
        options.onEmpty();
      };
    },
    hear: (heard) => {
      if (!queue.push(heard)) for (const member of members) member.end('tooSlow');
      wake();
    },
    tell: (told) => {
      for (const member of members) member.offer(told);
    },
    finish: (why) => {
      finishing = why;
      finishIfDone();
    },
    catchUp: async (heard) => toAnswer(heard, await resultForWhoCameBack(heard)),
    isQuiet: () => !isAnswering && queue.size() === 0,
  };
}

const isAnybodyWaiting = (members: ReadonlySet<Member>): boolean => {
  for (const member of members) if (member.isWaiting()) return true;
  return false;
};

/** Asks on behalf of one whose credential is still good: the rights of all are equal, and each one's expiry is looked at again. */
async function resultOf(
  options: SharedFeedOptions,
  { members, presence }: { members: ReadonlySet<Member>; presence: CallerPresence },
  heard: FeedEvent,
): Promise<ExecutionResult | null> {
  const { feed, nowMs } = options;
  const asking = [...members].find(({ subscriber }) => isGood(subscriber.caller, nowMs()));
  if (!asking) return null;
  const { feedAnswers, feedSeconds } = gatewayMetrics();
  const result = await execute(options, heard.signal, { ...asking.subscriber, presence });
  const outcome = result ? (result.errors ? 'failed' : 'sent') : 'skipped';
  feedAnswers.inc({ field: feed.field, outcome }, members.size);
  if (!result) return null;
  feedSeconds.observe({ field: feed.field }, (nowMs() - heard.signal.atMs) / 1000);
  return result;
}

/** On whose behalf an event is executed, and whether anybody still waits for it. */
type Asker = Subscriber & { readonly presence: CallerPresence };

function execute(
  { feed, variables, executor, nowMs, timeoutMs }: SharedFeedOptions,
  signal: Signal | Told,
  asker: Asker,
): Promise<ExecutionResult | null> {
  const context = contextOf(asker, signal, nowMs() + timeoutMs);
  const { requestId, traceId } = context;
  return withLogContext({ requestId, traceId }, async () => {
    try {
      const result = await executor.execute({ feed, signal, variables, context });
      return 'result' in signal ? toToldAnswer(result) : toFeedAnswer(feed, result);
    } catch (error) {
      // One event could not be told; the stream goes on.
      return { data: null, errors: [presentedFault(error)] };
    }
  });
}

const contextOf = (
  { caller, address, userAgent, presence }: Asker,
  { traceparent, requestId }: Signal | Told,
  deadlineAtMs: number,
): GatewayContext => ({
  viewer: caller.viewer,
  requestId: requestId ?? newId(),
  traceId: traceIdOf(traceparent),
  address,
  userAgent,
  refreshToken: undefined,
  deadlineAtMs,
  presence,
  setCookies: [],
});

function toAnswer(event: FeedEvent, result: ExecutionResult | null): FeedAnswer | null {
  if (!result) return null;
  const { sequence } = event;
  const id = event.id();
  return {
    id,
    sequence,
    stateOf: stateOf(event),
    result,
    json: once(() => answerText(result, id)),
  };
}

/** The entity of whose states only the latest matters. What a subgraph's own feed tells is not known to be one, so all of it matters. */
export const stateOf = ({ signal }: FeedEvent): string | null =>
  'entityId' in signal && tellsState(signal.field) ? signal.entityId : null;
