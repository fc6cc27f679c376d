import { isAllowed } from '@finflow/shared/graphql/authorization';
import { newId } from '@finflow/shared/ids';
import { withLogContext } from '@finflow/shared/log';
import { organizationOf } from '@finflow/shared/viewer';
import { GraphQLError, type ExecutionResult } from 'graphql';
import { gatewayMetrics } from '../metrics.ts';
import { traceIdOf, type GatewayContext } from '../request-context.ts';
import type { Caller } from '../viewer/read-viewer.ts';
import { presented, toFeedAnswer } from './feed-answer.ts';
import type { FeedExecutor } from './feed-executor.ts';
import type { FeedHub } from './feed-hub.ts';
import type { ReadFeed, Variables } from './feed-reader.ts';
import { concerns, isAskedFor, type FeedArguments, type Signal } from './feeds.ts';
import { createSignalQueue } from './signal-queue.ts';

export type LiveFeedOptions = {
  readonly hub: FeedHub;
  readonly executor: FeedExecutor;
  readonly nowMs: () => number;
  readonly maxQueued: number;
  readonly operationTimeoutMs: number;
  readonly feed: ReadFeed;
  readonly args: FeedArguments;
  readonly variables: Variables;
  readonly caller: Caller;
  readonly connection: Pick<GatewayContext, 'address' | 'userAgent'>;
  /** The reader is so slow that events would be lost: it must reconnect and fetch anew. */
  readonly onTooSlow: () => void;
  /** The credential is no longer good. */
  readonly onExpired: () => void;
};

/** The answers of one running subscription. It listens from this call on; `return` ends it at once, also while it waits. */
export function openLiveFeed(options: LiveFeedOptions): AsyncIterableIterator<ExecutionResult> {
  const { feed, caller, hub, executor } = options;
  executor.plan(feed);
  const { subscriptions, feedAnswers } = gatewayMetrics();
  const queue = createSignalQueue(options.maxQueued);
  const stopListening = hub.listen({
    organizationId: organizationOf(caller.viewer) ?? '',
    onSignal: (signal) => {
      if (isWanted(options, signal) && !queue.push(signal)) options.onTooSlow();
    },
  });
  subscriptions.inc({ field: feed.field });
  let isOver = false;
  const end = () => {
    if (isOver) return;
    isOver = true;
    stopListening();
    queue.close();
    subscriptions.dec({ field: feed.field });
  };
  const iterator: AsyncIterableIterator<ExecutionResult> = {
    next: async () => {
      for (;;) {
        const { value: signal } = await queue.next();
        if (!signal) break;
        if (!stillMayHear(options)) {
          options.onExpired();
          break;
        }
        const answer = await answerTo(options, signal);
        if (answer) return { done: false, value: answer };
        feedAnswers.inc({ field: feed.field, outcome: 'skipped' });
      }
      end();
      return { done: true, value: undefined };
    },
    return: async () => {
      end();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}

const isWanted = ({ feed, args, caller }: LiveFeedOptions, signal: Signal): boolean =>
  signal.field === feed.field && concerns(signal, caller.viewer) && isAskedFor(signal, args);

/** Asked again for each event: rights end while a subscription runs. */
const stillMayHear = ({ feed, caller: { viewer, expiresAt }, nowMs }: LiveFeedOptions): boolean =>
  (expiresAt === null || expiresAt.getTime() > nowMs()) &&
  feed.rules.every((rule) => isAllowed(viewer, rule));

async function answerTo(options: LiveFeedOptions, signal: Signal): Promise<ExecutionResult | null> {
  const { feed, executor, variables } = options;
  const { feedAnswers, feedSeconds } = gatewayMetrics();
  const context = contextOf(options, signal);
  const { requestId, traceId } = context;
  return withLogContext({ requestId, traceId }, async () => {
    try {
      const result = await executor.execute({ feed, signal, variables, context });
      const answer = toFeedAnswer(feed, result);
      if (answer) {
        feedAnswers.inc({ field: feed.field, outcome: answer.errors ? 'failed' : 'sent' });
        feedSeconds.observe({ field: feed.field }, (options.nowMs() - signal.atMs) / 1000);
      }
      return answer;
    } catch (error) {
      // One event could not be told; the stream goes on. `presented` logs the cause under the id that the client sees.
      feedAnswers.inc({ field: feed.field, outcome: 'failed' });
      const cause = error instanceof Error ? error : new Error(String(error));
      return {
        data: null,
        errors: [presented(new GraphQLError(cause.message, { originalError: cause }))],
      };
    }
  });
}

const contextOf = (
  { caller, connection, operationTimeoutMs, nowMs }: LiveFeedOptions,
  { traceparent, requestId }: Signal,
): GatewayContext => ({
  viewer: caller.viewer,
  requestId: requestId ?? newId(),
  traceId: traceIdOf(traceparent),
  ...connection,
  refreshToken: undefined,
  deadlineAtMs: nowMs() + operationTimeoutMs,
  setCookies: [],
});
