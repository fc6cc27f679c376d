import { inSpan } from '@finflow/shared/tracing/span';
import type { ExecutionResult } from 'graphql';
import { LRUCache } from 'lru-cache';
import { createCompiledExecutor, type ExecutorOptions } from '../executor/compiled-executor.ts';
import type { OperationText } from '../executor/incremental.ts';
import type { GatewayContext } from '../request-context.ts';
import { feedsSubgraph } from '../supergraph/supergraph.ts';
import type { SubgraphSource } from '../transports/subgraph-source.ts';
import type { Signal } from './feeds.ts';
import type { ReadFeed, Variables } from './feed-reader.ts';
import { primaryAnswer, type PrimaryAnswer } from './primary-answer.ts';

export type Execution = {
  readonly feed: ReadFeed;
  readonly signal: Signal;
  readonly variables: Variables;
  readonly context: GatewayContext;
};

export type FeedExecutor = {
  /** Plans ahead, so that the first event doesn't wait for it. */
  readonly plan: (feed: ReadFeed, variables: Variables) => void;
  /** Makes the answer to one signal: the entity's key from the signal, all else from the subgraphs that own it. */
  readonly execute: (execution: Execution) => Promise<ExecutionResult>;
};

const rememberedPrimaries = 1_000;

/**
 * Executes subscriptions as queries are executed. The planner gives a first step (ask the feed) and a rest (fetch what else was
 * selected); the first is answered from the signal, the rest goes to the subgraphs.
 */
export function createFeedExecutor(options: ExecutorOptions): FeedExecutor {
  const executor = createCompiledExecutor(options);
  const primaries = new LRUCache<string, PrimaryAnswer>({ max: rememberedPrimaries });
  const answerPrimary = (operation: string, signal: Signal) => {
    const known = primaries.get(operation) ?? primaryAnswer(operation);
    primaries.set(operation, known);
    return known(signal);
  };
  const sourceFor =
    (signal: Signal): SubgraphSource =>
    async (call, context) =>
      call.subgraph === feedsSubgraph
        ? answerPrimary(call.query, signal)
        : options.source(call, context);
  return {
    plan: (feed, variables) => {
      executor.compile(textOf(feed, variables));
    },
    execute: ({ feed, signal, variables, context }) =>
      inSpan(`feed ${feed.field}`, { kind: 'CONSUMER', parent: signal.traceparent }, () =>
        executor.execute({ ...textOf(feed, variables), context }, sourceFor(signal)),
      ),
  };
}

const textOf = (
  { document, source, operationName }: ReadFeed,
  variables: Variables,
): OperationText => ({ document, queryHash: source, operationName, variables });
