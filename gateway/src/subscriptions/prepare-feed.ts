import { denied, isAllowed } from '@finflow/shared/graphql/authorization';
import type { ExecutionArgs, ExecutionResult } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import type { Limits } from '../limits/limits.ts';
import type { FeedSchema } from '../supergraph/feed-schema.ts';
import type { Connection } from './connections.ts';
import type { FeedExecutor } from './feed-executor.ts';
import type { FeedHub } from './feed-hub.ts';
import { isProblems, type FeedReader, type Problems } from './feed-reader.ts';
import { openLiveFeed } from './live-feed.ts';

export type FeedPreparation = {
  readonly schema: FeedSchema;
  readonly read: FeedReader;
  readonly executor: FeedExecutor;
  readonly hub: FeedHub;
  readonly limits: Limits;
  readonly nowMs: () => number;
};

export type PreparedFeed = {
  /** What graphql-ws wants to know of an operation. */
  readonly args: ExecutionArgs;
  readonly open: () => AsyncIterableIterator<ExecutionResult>;
};

/** Reads a subscription and checks the caller's right to it; or says what is wrong, and nothing was subscribed to. */
export function prepareFeed(
  { schema, read, executor, hub, limits, nowMs }: FeedPreparation,
  { query, operationName, variables }: SubscribePayload,
  { caller, address, userAgent, close }: Connection,
): PreparedFeed | Problems {
  const feed = read(query, operationName);
  if (isProblems(feed)) return feed;
  if (!feed.rules.every((rule) => isAllowed(caller.viewer, rule))) return [denied(caller.viewer)];
  const given = variables ?? {};
  const args = feed.readArguments(given);
  if (isProblems(args)) return args;
  return {
    args: {
      schema: schema.clientSchema,
      document: feed.document,
      operationName: operationName ?? null,
      variableValues: given,
    },
    open: () =>
      openLiveFeed({
        feed,
        args,
        caller,
        hub,
        executor,
        nowMs,
        operationTimeoutMs: limits.operationTimeoutMs,
        variables: given,
        maxQueued: limits.maxQueuedEvents,
        connection: { address, userAgent },
        onTooSlow: () => close('tooSlow'),
        onExpired: () => close('expired'),
      }),
  };
}
